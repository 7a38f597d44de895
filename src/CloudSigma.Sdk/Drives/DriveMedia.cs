// What a drive looks like to a guest.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The kind of medium of a drive. Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<DriveMedia>))]
public readonly record struct DriveMedia : IOpenEnum<DriveMedia>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public DriveMedia(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>A disk.</value>
    public static DriveMedia Disk { get; } = new("disk");

    /// <value>A CD-ROM, read only.</value>
    public static DriveMedia CdRom { get; } = new("cdrom");

    /// <inheritdoc/>
    public static IReadOnlyList<DriveMedia> KnownValues { get; } = [Disk, CdRom];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static DriveMedia FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
