// Where a snapshot is in its life.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The state of a snapshot (guide 16). Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<SnapshotStatus>))]
public readonly record struct SnapshotStatus : IOpenEnum<SnapshotStatus>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public SnapshotStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>Being made; becomes <see cref="Available"/>.</value>
    public static SnapshotStatus Creating { get; } = new("creating");

    /// <value>Ready: it can be restored.</value>
    public static SnapshotStatus Available { get; } = new("available");

    /// <value>A state on the way, seen by other clients; becomes <see cref="Available"/>.</value>
    public static SnapshotStatus CloningDestination { get; } = new("cloning_dst");

    /// <inheritdoc/>
    public static IReadOnlyList<SnapshotStatus> KnownValues { get; } = [Creating, Available, CloningDestination];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static SnapshotStatus FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
