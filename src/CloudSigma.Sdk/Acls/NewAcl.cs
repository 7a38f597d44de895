// What an ACL is to be.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <summary>The definition of an ACL, for making one or for replacing the definition of one (guide 18).</summary>
/// <example>
/// <code>
/// new NewAcl
/// {
///     Name = "operators",
///     Grantees = [AclGrantee.User("user@example.com", userUuid)],
///     Permissions = [Permission.List, Permission.Start, Permission.Stop],
///     Tags = [tag.Uuid],
/// }
/// </code>
/// </example>
public sealed record NewAcl
{
    /// <value>Label of the ACL; null for the default, an empty one.</value>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <value>Users who receive the rights; null leaves them out.</value>
    [JsonPropertyName("grantees")]
    public IReadOnlyList<AclGrantee>? Grantees { get; init; }

    /// <value>Rights given, which the API calls rules; null leaves them out.</value>
    [JsonPropertyName("rules"), JsonConverter(typeof(AclPermissionsConverter))]
    public IReadOnlyList<Permission>? Permissions { get; init; }

    /// <value>Tags whose objects are shared; null leaves them out.</value>
    [JsonPropertyName("tags")]
    public IReadOnlyList<ResourceReference>? Tags { get; init; }

    /// <value>Free keys and values; keys of up to 32 characters. Null leaves them out.</value>
    [JsonPropertyName("meta")]
    public IReadOnlyDictionary<string, string>? Meta { get; init; }

    /// <summary>A text of the caller's own that makes a create findable. It is written into the meta under <c>client_token</c>.</summary>
    /// <value>
    /// Unique per object, e.g. a new uuid. When the answer to the create is lost, the client looks for the object with this token and returns it instead of an
    /// error; it never makes it again. Used by a create only. Default: null.
    /// </value>
    [JsonIgnore]
    public string? ClientToken { get; init; }

    /// <value>Members that the SDK does not model, by their JSON names; null for none.</value>
    [JsonIgnore]
    public IDictionary<string, JsonElement>? AdditionalMembers { get => UnknownMembers; init => UnknownMembers = value; }

    // An init-only member counts as a constructor parameter, which extension data must not be.
    [JsonInclude, JsonExtensionData]
    internal IDictionary<string, JsonElement>? UnknownMembers { get; set; }
}
