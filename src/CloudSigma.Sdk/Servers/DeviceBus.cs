// The bus on which a guest sees a drive.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The bus on which a guest sees a drive (guide 11). Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<DeviceBus>))]
public readonly record struct DeviceBus : IOpenEnum<DeviceBus>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public DeviceBus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>Virtio; use this one.</value>
    public static DeviceBus Virtio { get; } = new("virtio");

    /// <value>IDE.</value>
    public static DeviceBus Ide { get; } = new("ide");

    /// <value>SCSI.</value>
    public static DeviceBus Scsi { get; } = new("scsi");

    /// <inheritdoc/>
    public static IReadOnlyList<DeviceBus> KnownValues { get; } = [Virtio, Ide, Scsi];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static DeviceBus FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
