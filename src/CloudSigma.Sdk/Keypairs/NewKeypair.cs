// What a keypair is to be.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <summary>The definition of an SSH keypair to be made (guide 19). Start with <see cref="Generate"/>, <see cref="FromPublicKey"/> or <see cref="FromKeys"/>.</summary>
public sealed record NewKeypair
{
    /// <value>Label of the keypair.</value>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <value>The public key in one line, as OpenSSH writes it; null when the cloud is to make the keys.</value>
    [JsonPropertyName("public_key")]
    public string? PublicKey { get; init; }

    /// <value>The private key as PEM text; RSA keys have at most 4096 bits. Null when the cloud is not to have it, or is to make it. It is not printed.</value>
    [JsonPropertyName("private_key")]
    public string? PrivateKey { get; init; }

    /// <value>The kind of the keys that the cloud is to make; null when keys are given.</value>
    [JsonPropertyName("algorithm_type")]
    public KeypairAlgorithm? Algorithm { get; init; }

    /// <value>Free keys and values; keys of up to 32 characters. Null leaves them out.</value>
    [JsonPropertyName("meta")]
    public IReadOnlyDictionary<string, string>? Meta { get; init; }

    /// <value>Tags of the keypair; null leaves them out.</value>
    [JsonPropertyName("tags")]
    public IReadOnlyList<ResourceReference>? Tags { get; init; }

    /// <summary>A text of the caller's own that makes a create findable. It is written into the meta under <c>client_token</c>.</summary>
    /// <value>
    /// Unique per object, e.g. a new uuid. When the answer to the create is lost, the client looks for the object with this token and returns it instead of an
    /// error; it never makes it again. Default: null.
    /// </value>
    [JsonIgnore]
    public string? ClientToken { get; init; }

    /// <value>Members that the SDK does not model, by their JSON names; null for none.</value>
    [JsonIgnore]
    public IDictionary<string, JsonElement>? AdditionalMembers { get => UnknownMembers; init => UnknownMembers = value; }

    // An init-only member counts as a constructor parameter, which extension data must not be.
    [JsonInclude, JsonExtensionData]
    internal IDictionary<string, JsonElement>? UnknownMembers { get; set; }

    /// <summary>Lets the cloud make both keys. Whoever may read the keypair can read the private key.</summary>
    /// <param name="name">Label of the keypair.</param>
    /// <param name="algorithm">The kind of the keys.</param>
    /// <returns>The definition.</returns>
    public static NewKeypair Generate(string name, KeypairAlgorithm algorithm)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new NewKeypair { Name = name, Algorithm = algorithm };
    }

    /// <summary>Gives the cloud a public key only: the private key stays with its owner.</summary>
    /// <param name="name">Label of the keypair.</param>
    /// <param name="publicKey">The public key in one line, as in the file <c>id_ed25519.pub</c>.</param>
    /// <returns>The definition.</returns>
    public static NewKeypair FromPublicKey(string name, string publicKey)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(publicKey);
        return new NewKeypair { Name = name, PublicKey = publicKey };
    }

    /// <summary>Gives the cloud both keys. Whoever may read the keypair can read the private key.</summary>
    /// <param name="name">Label of the keypair.</param>
    /// <param name="publicKey">The public key in one line, as in the file <c>id_ed25519.pub</c>.</param>
    /// <param name="privateKey">The private key as PEM text.</param>
    /// <returns>The definition.</returns>
    public static NewKeypair FromKeys(string name, string publicKey, string privateKey)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(publicKey);
        ArgumentNullException.ThrowIfNull(privateKey);
        return new NewKeypair { Name = name, PublicKey = publicKey, PrivateKey = privateKey };
    }

    /// <summary>Name, and where the keys come from; no secrets.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"NewKeypair {Name} ({(Algorithm is { } algorithm ? algorithm.Value : PrivateKey is null ? "public key" : "both keys")})";
}
