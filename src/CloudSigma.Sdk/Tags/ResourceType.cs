// The kind of an object that a tag is on.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The kind of an object, as the first part of its address (guide 18). Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<ResourceType>))]
public readonly record struct ResourceType : IOpenEnum<ResourceType>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public ResourceType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>A drive.</value>
    public static ResourceType Drives { get; } = new("drives");

    /// <value>An IP address.</value>
    public static ResourceType IPs { get; } = new("ips");

    /// <value>A server.</value>
    public static ResourceType Servers { get; } = new("servers");

    /// <value>A snapshot of a drive.</value>
    public static ResourceType Snapshots { get; } = new("snapshots");

    /// <value>A private network.</value>
    public static ResourceType Vlans { get; } = new("vlans");

    /// <inheritdoc/>
    public static IReadOnlyList<ResourceType> KnownValues { get; } = [Drives, IPs, Servers, Snapshots, Vlans];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static ResourceType FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
