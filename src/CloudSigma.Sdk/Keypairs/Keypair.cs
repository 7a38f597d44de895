// An SSH keypair with all its members, the private key included.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>An SSH keypair that servers can be given (guide 19). It may hold a private key: treat it as a secret.</summary>
public sealed record Keypair : ApiModel
{
    /// <summary>Uuid of the keypair. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Label of the keypair.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>MD5 of the key, as 16 hexadecimal bytes with colons. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public string Fingerprint { get => _fingerprint.Or(""); init => _fingerprint = new(value); }
    [JsonInclude, JsonPropertyName("fingerprint")] internal Member<string> _fingerprint;

    /// <summary>The public key in one line, as OpenSSH writes it.</summary>
    [JsonIgnore]
    public string PublicKey { get => _publicKey.Or(""); init => _publicKey = new(value); }
    [JsonInclude, JsonPropertyName("public_key")] internal Member<string> _publicKey;

    /// <summary>The private key as PEM text. It is not printed by <see cref="ToString"/>.</summary>
    /// <value>Null when the cloud has the public key only.</value>
    [JsonIgnore]
    public string? PrivateKey { get => _privateKey.Value; init => _privateKey = new(value); }
    [JsonInclude, JsonPropertyName("private_key")] internal Member<string> _privateKey;

    /// <summary>Free keys and values of the user; keys of up to 32 characters. An update replaces all of it.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Meta { get => _meta.Or(EmptyMap.Instance); init => _meta = new(value); }
    [JsonInclude, JsonPropertyName("meta")] internal Member<IReadOnlyDictionary<string, string>> _meta;

    /// <summary>Tags of the keypair. An update replaces all of them.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Tags { get => _tags.Or([]); init => _tags = new(value); }
    [JsonInclude, JsonPropertyName("tags")] internal Member<IReadOnlyList<ResourceReference>> _tags;

    /// <summary>What the caller may do with a keypair of somebody else; empty for own ones. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public IReadOnlyList<Permission> Permissions { get => _permissions.Or([]); init => _permissions = new(value); }
    [JsonInclude, JsonPropertyName("permissions")] internal Member<IReadOnlyList<Permission>> _permissions;

    /// <summary>Users to whom the owner has given rights. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public IReadOnlyList<Grantee> Grantees { get => _grantees.Or([]); init => _grantees = new(value); }
    [JsonInclude, JsonPropertyName("grantees")] internal Member<IReadOnlyList<Grantee>> _grantees;

    /// <summary>Address of the keypair. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;

    /// <summary>Name, uuid and fingerprint; no secrets.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"Keypair {Name} ({Uuid:D}, {Fingerprint})";
}
