// Where a drive is in its life.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The state of a drive (guide 16). Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<DriveStatus>))]
public readonly record struct DriveStatus : IOpenEnum<DriveStatus>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public DriveStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>Being made; becomes <see cref="Unmounted"/>.</value>
    public static DriveStatus Creating { get; } = new("creating");

    /// <value>Ready, and in no server.</value>
    public static DriveStatus Unmounted { get; } = new("unmounted");

    /// <value>In the definition of a server, running or not.</value>
    public static DriveStatus Mounted { get; } = new("mounted");

    /// <value>Being made larger; goes back to where it was.</value>
    public static DriveStatus Resizing { get; } = new("resizing");

    /// <value>The target of a clone that is under way.</value>
    public static DriveStatus CloningDestination { get; } = new("cloning_dst");

    /// <value>The source of a clone that is under way.</value>
    public static DriveStatus CloningSource { get; } = new("cloning_src");

    /// <value>Waits for the parts of an upload.</value>
    public static DriveStatus Uploading { get; } = new("uploading");

    /// <value>An older word for being cloned or moved.</value>
    public static DriveStatus Copying { get; } = new("copying");

    /// <value>An ephemeral drive before it is placed on a host.</value>
    public static DriveStatus Staging { get; } = new("staging");

    /// <value>The storage has a failure; the drive comes back.</value>
    public static DriveStatus Unavailable { get; } = new("unavailable");

    /// <inheritdoc/>
    public static IReadOnlyList<DriveStatus> KnownValues { get; } = [Creating, Unmounted, Mounted, Resizing, CloningDestination, CloningSource, Uploading, Copying, Staging, Unavailable];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static DriveStatus FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
