// The members that local and remote snapshots have in common.
using CloudSigma.Emulator.Engine;

namespace CloudSigma.Emulator.Resources.Snapshots;

internal static class SnapshotFields
{
    /// <summary>Filters of both kinds; the schema does not tell of the one by drive.</summary>
    public static IReadOnlyList<FilterDefinition> Filters { get; } = [.. FilterDefinition.Usual, new FilterDefinition("drive", "drive") { SchemaValue = null }];

    public static IEnumerable<FieldDefinition> All() =>
    [
        .. Member.Owned("snapshot", ownerRequired: false),
        new FieldDefinition("drive", FieldType.Related, "Drive UUID") { Required = true, Fixed = true, Target = "drives" },
        new FieldDefinition("name", FieldType.String, "Optional human readable name of the snapshot"),
        new FieldDefinition("status", FieldType.String, "Status of the snapshot.")
        {
            ReadOnly = true, SchemaRequired = true, HasDefault = false, Initial = SnapshotStatus.Creating,
        },
        new FieldDefinition("timestamp", FieldType.String, "Timestamp of the snapshot creation") { ReadOnly = true, SchemaRequired = true },
    ];

    public static FieldDefinition Size(Func<DocumentView, long?> show) => new("allocated_size", FieldType.Integer, "Physical size of the snapshot")
    {
        ReadOnly = true,
        SchemaRequired = true,
        HasDefault = false,
        Show = view => show(view),
    };
}
