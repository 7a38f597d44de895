// Who got rights on an object.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A user to whom the owner has given rights through tags and ACLs (guide 18).</summary>
public sealed record Grantee : ApiModel
{
    /// <summary>The user.</summary>
    [JsonIgnore]
    public UserReference? User { get => _user.Value; init => _user = new(value); }
    [JsonInclude, JsonPropertyName("user")] internal Member<UserReference> _user;

    /// <summary>The rights of that user.</summary>
    [JsonIgnore]
    public IReadOnlyList<Permission> Permissions { get => _permissions.Or([]); init => _permissions = new(value); }
    [JsonInclude, JsonPropertyName("permissions")] internal Member<IReadOnlyList<Permission>> _permissions;
}
