// What the API says about the capabilities.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>What the API says about the address of the capabilities.</summary>
public sealed record CapabilitiesSchema : ApiModel
{
    /// <summary>Methods of the address.</summary>
    [JsonIgnore]
    public IReadOnlyList<HttpMethod> AllowedMethods { get => _allowedMethods.Or(HttpMethodList.Empty); init => _allowedMethods = new(new HttpMethodList(value)); }
    [JsonInclude, JsonPropertyName("allowed_methods")] internal Member<HttpMethodList> _allowedMethods;

    /// <summary>What the API says about it.</summary>
    [JsonIgnore]
    public string HelpText { get => _helpText.Or(""); init => _helpText = new(value); }
    [JsonInclude, JsonPropertyName("help_text")] internal Member<string> _helpText;
}
