// One right that an ACL gives.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>One right that an ACL gives. A <see cref="Sdk.Permission"/> can be used in its place.</summary>
public sealed record AclRule : ApiModel
{
    /// <summary>The right.</summary>
    [JsonIgnore]
    public Permission Permission { get => _permission.Value; init => _permission = new(value); }
    [JsonInclude, JsonPropertyName("permission")] internal Member<Permission> _permission;

    /// <summary>Makes a rule of a right.</summary>
    /// <param name="permission">The right.</param>
    public static implicit operator AclRule(Permission permission) => FromPermission(permission);

    /// <summary>Makes a rule of a right.</summary>
    /// <param name="permission">The right.</param>
    /// <returns>The rule.</returns>
    public static AclRule FromPermission(Permission permission) => new() { Permission = permission };
}
