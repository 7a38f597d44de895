// A currency.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A currency that the location offers.</summary>
public sealed record CurrencyInfo : ApiModel
{
    /// <summary>Code in upper case.</summary>
    [JsonIgnore]
    public string Id { get => _id.Or(""); init => _id = new(value); }
    [JsonInclude, JsonPropertyName("id")] internal Member<string> _id;

    /// <summary>Code in lower case.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;
}
