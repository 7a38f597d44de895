// What a backup scheduler makes.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>What a backup scheduler makes of a drive (guide 23). Unknown values are kept.</summary>
[JsonConverter(typeof(OpenEnumConverter<BackupType>))]
public readonly record struct BackupType : IOpenEnum<BackupType>
{
    private readonly string? _value;

    /// <summary>Makes a value from any text.</summary>
    /// <param name="value">The text as the API writes it.</param>
    public BackupType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <value>Local snapshots.</value>
    public static BackupType Snapshot { get; } = new("snapshot");

    /// <value>Remote snapshots, stored in another location.</value>
    public static BackupType Backup { get; } = new("backup");

    /// <value>Copies for a migration. In the schema, but not described by the API.</value>
    public static BackupType Migration { get; } = new("migration");

    /// <value>Copies for disaster recovery. In the schema and in older answers, but not described by the API.</value>
    public static BackupType DisasterRecovery { get; } = new("dr");

    /// <inheritdoc/>
    public static IReadOnlyList<BackupType> KnownValues { get; } = [Snapshot, Backup, Migration, DisasterRecovery];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static BackupType FromValue(string value) => new(value);

    /// <summary>The text as the API writes it.</summary>
    /// <returns>The same text as <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
