// How a network card gets its public address.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>How a network card gets its public address (guide 12). Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<IPConfigurationMode>))]
public readonly record struct IPConfigurationMode : IOpenEnum<IPConfigurationMode>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public IPConfigurationMode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>An address is chosen at each start.</value>
    public static IPConfigurationMode Dhcp { get; } = new("dhcp");

    /// <value>A subscribed address of the account, delivered by DHCP.</value>
    public static IPConfigurationMode Static { get; } = new("static");

    /// <value>The guest may use every subscribed address of the account.</value>
    public static IPConfigurationMode Manual { get; } = new("manual");

    /// <inheritdoc/>
    public static IReadOnlyList<IPConfigurationMode> KnownValues { get; } = [Dhcp, Static, Manual];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static IPConfigurationMode FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
