// What a library image is for.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The kind of a library image. Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<LibraryImageType>))]
public readonly record struct LibraryImageType : IOpenEnum<LibraryImageType>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public LibraryImageType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>An installed system, ready to be cloned and started.</value>
    public static LibraryImageType Preinstalled { get; } = new("preinst");

    /// <value>A medium to install a system from.</value>
    public static LibraryImageType Install { get; } = new("install");

    /// <inheritdoc/>
    public static IReadOnlyList<LibraryImageType> KnownValues { get; } = [Preinstalled, Install];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static LibraryImageType FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
