// What a drive is stored on.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The storage of a drive (guide 10). Which ones are offered is in <see cref="Capabilities.Drives"/>. Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<StorageType>))]
public readonly record struct StorageType : IOpenEnum<StorageType>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public StorageType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>Distributed SSD.</value>
    public static StorageType DistributedSsd { get; } = new("dssd");

    /// <value>NVMe.</value>
    public static StorageType Nvme { get; } = new("nvme");

    /// <value>Scale-out magnetic.</value>
    public static StorageType Zadara { get; } = new("zadara");

    /// <value>Ephemeral NVMe: the content is lost when the server stops.</value>
    public static StorageType LocalNvme { get; } = new("local_nvme");

    /// <value>Magnetic, of older locations.</value>
    public static StorageType Magnetic { get; } = new("magnetic");

    /// <value>SSD, of older locations.</value>
    public static StorageType Ssd { get; } = new("ssd");

    /// <inheritdoc/>
    public static IReadOnlyList<StorageType> KnownValues { get; } = [DistributedSsd, Nvme, Zadara, LocalNvme, Magnetic, Ssd];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static StorageType FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
