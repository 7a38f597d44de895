// Where a remote snapshot is in its life.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The state of a remote snapshot (guide 16). Nothing can be done with one that is not available. Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<RemoteSnapshotStatus>))]
public readonly record struct RemoteSnapshotStatus : IOpenEnum<RemoteSnapshotStatus>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public RemoteSnapshotStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>Being made; becomes <see cref="Transferring"/>.</value>
    public static RemoteSnapshotStatus Creating { get; } = new("creating");

    /// <value>On its way to the other location; becomes <see cref="Available"/>.</value>
    public static RemoteSnapshotStatus Transferring { get; } = new("transferring");

    /// <value>Stored at the other location: it can be changed, restored and deleted.</value>
    public static RemoteSnapshotStatus Available { get; } = new("available");

    /// <inheritdoc/>
    public static IReadOnlyList<RemoteSnapshotStatus> KnownValues { get; } = [Creating, Transferring, Available];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static RemoteSnapshotStatus FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
