// An address or a private network in the list of a tag.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The brief form of an IP address or a private network with a tag.</summary>
/// <remarks>Other members of the brief form are in <see cref="ApiModel.AdditionalMembers"/>.</remarks>
public sealed record TaggedResourceSummary : ApiModel
{
    /// <summary>Uuid of the object as text; for an IP address, which has none, the address.</summary>
    [JsonIgnore]
    public string Uuid { get => _uuid.Or(""); init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<string> _uuid;

    /// <summary>The user that owns the object.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public ResourceReference? Owner { get => _owner.Value; init => _owner = new(value); }
    [JsonInclude, JsonPropertyName("owner")] internal Member<ResourceReference> _owner;

    /// <summary>Address of the object.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;
}
