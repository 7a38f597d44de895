// A user who receives the rights of an ACL.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A user who receives the rights of an ACL. Requests name a user by both e-mail address and uuid (guide 18).</summary>
public sealed record AclGrantee : ApiModel
{
    /// <summary>E-mail address of the user.</summary>
    [JsonIgnore]
    public string Email { get => _email.Or(""); init => _email = new(value); }
    [JsonInclude, JsonPropertyName("email")] internal Member<string> _email;

    /// <summary>Uuid of the user, which the user finds in the own profile.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Address of the user; no operation on it is documented.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;

    /// <summary>Names a user.</summary>
    /// <param name="email">E-mail address of the user.</param>
    /// <param name="uuid">Uuid of the user.</param>
    /// <returns>The user as an ACL takes it.</returns>
    public static AclGrantee User(string email, Guid uuid)
    {
        ArgumentNullException.ThrowIfNull(email);
        return new AclGrantee { Email = email, Uuid = uuid };
    }
}
