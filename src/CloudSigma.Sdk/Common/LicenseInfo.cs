// What a licence is.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The licence of a drive (guide 26).</summary>
public sealed record LicenseInfo : ApiModel
{
    /// <summary>Name of the resource to subscribe to.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>Readable name of the product.</summary>
    [JsonIgnore]
    public string LongName { get => _longName.Or(""); init => _longName = new(value); }
    [JsonInclude, JsonPropertyName("long_name")] internal Member<string> _longName;

    /// <summary>How it is billed: <c>install</c>, <c>instance</c> or <c>stub</c>.</summary>
    [JsonIgnore]
    public string Type { get => _type.Or(""); init => _type = new(value); }
    [JsonInclude, JsonPropertyName("type")] internal Member<string> _type;

    /// <summary>The property of a server that gives the number of licences, e.g. <c>smp</c>.</summary>
    [JsonIgnore]
    public string? UserMetric { get => _userMetric.Value; init => _userMetric = new(value); }
    [JsonInclude, JsonPropertyName("user_metric")] internal Member<string> _userMetric;

    /// <summary>Whether it may be used without a subscription, at burst price.</summary>
    [JsonIgnore]
    public bool Burstable { get => _burstable.Value; init => _burstable = new(value); }
    [JsonInclude, JsonPropertyName("burstable")] internal Member<bool> _burstable;

    /// <summary>Address of the licence.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;
}
