// Public or private.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>Whether a network card is on the internet or in a VLAN. Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<NetworkInterfaceType>))]
public readonly record struct NetworkInterfaceType : IOpenEnum<NetworkInterfaceType>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public NetworkInterfaceType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>On the internet.</value>
    public static NetworkInterfaceType Public { get; } = new("public");

    /// <value>In a VLAN.</value>
    public static NetworkInterfaceType Private { get; } = new("private");

    /// <inheritdoc/>
    public static IReadOnlyList<NetworkInterfaceType> KnownValues { get; } = [Public, Private];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static NetworkInterfaceType FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
