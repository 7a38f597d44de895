// The public side of an SSH keypair.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The public side of a <see cref="Keypair"/>; it has no secrets and cannot be changed (guide 19).</summary>
public sealed record SshPublicKey : ApiModel
{
    /// <summary>Uuid, the same as that of the keypair.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Label of the keypair.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>MD5 of the key, as 16 hexadecimal bytes with colons.</summary>
    [JsonIgnore]
    public string Fingerprint { get => _fingerprint.Or(""); init => _fingerprint = new(value); }
    [JsonInclude, JsonPropertyName("fingerprint")] internal Member<string> _fingerprint;

    /// <summary>The public key in one line, as OpenSSH writes it.</summary>
    [JsonIgnore]
    public string PublicKey { get => _publicKey.Or(""); init => _publicKey = new(value); }
    [JsonInclude, JsonPropertyName("public_key")] internal Member<string> _publicKey;

    /// <summary>Whether the cloud has the private key.</summary>
    [JsonIgnore]
    public bool HasPrivateKey { get => _hasPrivateKey.Value; init => _hasPrivateKey = new(value); }
    [JsonInclude, JsonPropertyName("has_private_key")] internal Member<bool> _hasPrivateKey;

    /// <summary>Free keys and values of the user.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Meta { get => _meta.Or(EmptyMap.Instance); init => _meta = new(value); }
    [JsonInclude, JsonPropertyName("meta")] internal Member<IReadOnlyDictionary<string, string>> _meta;

    /// <summary>Tags of the keypair.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Tags { get => _tags.Or([]); init => _tags = new(value); }
    [JsonInclude, JsonPropertyName("tags")] internal Member<IReadOnlyList<ResourceReference>> _tags;

    /// <summary>What the caller may do with a keypair of somebody else; empty for own ones.</summary>
    [JsonIgnore]
    public IReadOnlyList<Permission> Permissions { get => _permissions.Or([]); init => _permissions = new(value); }
    [JsonInclude, JsonPropertyName("permissions")] internal Member<IReadOnlyList<Permission>> _permissions;

    /// <summary>Users to whom the owner has given rights.</summary>
    [JsonIgnore]
    public IReadOnlyList<Grantee> Grantees { get => _grantees.Or([]); init => _grantees = new(value); }
    [JsonInclude, JsonPropertyName("grantees")] internal Member<IReadOnlyList<Grantee>> _grantees;

    /// <summary>Address of the public key.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;
}
