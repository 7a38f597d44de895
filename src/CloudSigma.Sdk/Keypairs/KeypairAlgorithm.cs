// The kind of key that the cloud makes.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The algorithm of a key that the cloud is to make. Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<KeypairAlgorithm>))]
public readonly record struct KeypairAlgorithm : IOpenEnum<KeypairAlgorithm>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public KeypairAlgorithm(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>RSA, for guests that do not know newer keys.</value>
    public static KeypairAlgorithm Rsa { get; } = new("rsa");

    /// <value>Ed25519: short and modern.</value>
    public static KeypairAlgorithm Ed25519 { get; } = new("ed25519");

    /// <inheritdoc/>
    public static IReadOnlyList<KeypairAlgorithm> KnownValues { get; } = [Rsa, Ed25519];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static KeypairAlgorithm FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
