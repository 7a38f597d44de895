// Another user of the cloud.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A reference to a user.</summary>
public sealed record UserReference : ApiModel
{
    /// <summary>Uuid of the user.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>E-mail address of the user.</summary>
    /// <value>Null in some answers.</value>
    [JsonIgnore]
    public string? Email { get => _email.Value; init => _email = new(value); }
    [JsonInclude, JsonPropertyName("email")] internal Member<string> _email;

    /// <summary>Address of the user; no operation on it is documented.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;
}
