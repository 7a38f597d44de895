// The members of a drive.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Servers;
using CloudSigma.Emulator.Resources.Snapshots;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Drives;

internal static class DriveFields
{
    public static IEnumerable<FieldDefinition> All() =>
    [
        .. Member.Owned("drive", ownerRequired: false),
        new FieldDefinition("affinities", FieldType.List, "A list of affinities this drive should belong to") { Choices = ["ssd"], Default = new JsonArray() },
        new FieldDefinition("allow_multimount", FieldType.Boolean, "Allow the drive to be mounted on multiple guests. Not taken into account when drive is cdrom.") { Default = false },
        new FieldDefinition("backup_scheduler", FieldType.Related, "Drive's Backup scheduler") { ReadOnly = true, HasDefault = false },
        new FieldDefinition("iops", FieldType.Integer, "IOPS limit per drive"),
        Member.Jobs(),
        Member.Licenses(),
        new FieldDefinition("media", FieldType.String, "Media representation type") { Required = true, Choices = ["cdrom", "disk"] },
        new FieldDefinition("mounted_on", FieldType.Related, "Servers on which this drive is mounted on")
        {
            ReadOnly = true, HasDefault = false, Show = static view => MountedOn(view),
        },
        new FieldDefinition("name", FieldType.String, "Human readable name of the drive") { Required = true, NotEmpty = true },
        new FieldDefinition("remote_snapshots", FieldType.Related, "Drive's Remote snapshots")
        {
            ReadOnly = true, HasDefault = false, Many = true, Show = static view => SnapshotIndex.Remote(view.Document.Partition).References(view.Document.Id),
        },
        new FieldDefinition("runtime", FieldType.Related, "Runtime information of the drive")
        {
            ReadOnly = true, HasDefault = false, Fields = RuntimeFields(), Show = static view => Runtime(view),
        },
        new FieldDefinition("size", FieldType.Integer, "Size of the drive in bytes") { Required = true },
        new FieldDefinition("snapshots", FieldType.Related, "Snapshots of this drive")
        {
            ReadOnly = true, HasDefault = false, Many = true, Show = static view => SnapshotIndex.Local(view.Document.Partition).References(view.Document.Id),
        },
        new FieldDefinition("status", FieldType.String, "Status of the drive.")
        {
            ReadOnly = true, SchemaRequired = true, HasDefault = false, Show = static view => DriveStatus.Of(view.Document),
        },
        new FieldDefinition("storage_type", FieldType.String, "Underlying storage")
        {
            Choices = ["magnetic", "ssd", "dssd", "zadara", "nvme", "local_nvme"], Fixed = true, Show = static view => StorageType(view),
        },
    ];

    private static FieldDefinition[] RuntimeFields() =>
    [
        Fact("is_downloadable", FieldType.Boolean, "Specifies if the drive supports downloads"),
        Fact("is_ephemeral", FieldType.Boolean, "Specifies if the drive is ephemeral"),
        Fact("is_snapshotable", FieldType.Boolean, "Specifies if the drive supports snapshotting"),
        Fact("snapshots_allocated_size", FieldType.Integer, "Sum of the allocated size of this drive's snapshots"),
        Fact("storage_type", FieldType.String, "Underlying storage"),
    ];

    private static FieldDefinition Fact(string name, FieldType type, string help) =>
        new(name, type, help) { ReadOnly = true, SchemaRequired = true, HasDefault = false };

    private static JsonArray MountedOn(DocumentView view) =>
        [.. Mounts(view).Select(static server => (JsonNode)server.Reference())];

    // A drive of the library is of nobody; everybody sees their own servers with it.
    private static IEnumerable<Document> Mounts(DocumentView view) =>
        view.Document.Partition.Account is null ? MountIndex.Of(view.Caller).Servers(view.Document.Id)
        : MountIndex.Seen(view.Caller, view.Document);

    private static JsonObject Runtime(DocumentView view)
    {
        var finished = view.Document.Status is not (DriveStatus.Creating or DriveStatus.Uploading or DriveStatus.CloningTarget or DriveStatus.Unavailable);
        var storage = StorageType(view);
        var ephemeral = EphemeralDrive.Is(view.Document);
        return new JsonObject
        {
            ["is_downloadable"] = finished && !ephemeral,
            ["is_ephemeral"] = ephemeral,
            ["is_snapshotable"] = ephemeral ? false : finished ? true : null,
            ["snapshots_allocated_size"] = SnapshotSize.OfDrive(view.Document),
            ["storage_type"] = storage,
        };
    }

    // A drive of the library shows no storage type there, but does when it is read as a drive.
    private static string StorageType(DocumentView view) =>
        view.Document.Data["storage_type"]?.GetValue<string>() ?? view.Caller.State.Location.DefaultStorageType;
}
