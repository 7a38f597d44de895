// /remotesnapshots/: copies of a drive at another location; they outlive the drive.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Resources.Capabilities;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Snapshots;

internal static class RemoteSnapshotsResource
{
    public const string Name = "remotesnapshots";

    public static ResourceDefinition Create() => new(Name, Fields())
    {
        HasDetail = true,
        Filters = SnapshotFields.Filters,
        OnCreate = OnCreate,
        OnUpdate = static (_, snapshot, _) => SnapshotRules.RequireAvailable(snapshot, "edit"),
        OnDelete = static (_, snapshot) =>
        {
            SnapshotRules.RequireAvailable(snapshot, "delete");
            SnapshotRules.RequireNotCloned(snapshot);
        },
        Actions = [SnapshotClone.Action],
        Events = new Dictionary<string, Action<Document>>
        {
            ["created"] = static snapshot =>
            {
                Change(snapshot, SnapshotStatus.Transferring);
                snapshot.Partition.State.Scheduler.After(snapshot, "transferred", Durations.RemoteSnapshotTransfer);
            },
            ["transferred"] = static snapshot => Change(snapshot, SnapshotStatus.Available),
        },
    };

    /// <summary>Takes a remote snapshot without a request. The rules have been asked before.</summary>
    public static Document Take(Document drive, string location)
    {
        var snapshot = new Document(drive.Partition.State.Ids.NewUuid(), Name, drive.Partition);
        snapshot.Data["drive"] = drive.Reference();
        snapshot.Data["location"] = location;
        drive.Partition.Collection(Name).Add(snapshot);
        Begin(snapshot, drive);
        return snapshot;
    }

    private static IEnumerable<FieldDefinition> Fields() =>
    [
        .. SnapshotFields.All(),
        SnapshotFields.Size(static view => SnapshotSize.OfRemote(view.Document)),
        new FieldDefinition("drive_meta", FieldType.Object, "Properties of the drive at the time of the snapshot") { ReadOnly = true, HasDefault = false },
        new FieldDefinition("last_state_change", FieldType.String, "Timestamp of the last change of the status") { ReadOnly = true },
        new FieldDefinition("location", FieldType.String, "Code of the location that keeps the snapshot") { SchemaRequired = true, Fixed = true },
    ];

    private static void OnCreate(RequestContext request, Document snapshot)
    {
        if (snapshot.Data["location"] is not { } location) throw ApiException.Validation(ValueReader.RequiredMessage, "location");
        if (!CloudLimits.RemoteLocations.Contains(location.GetValue<string>()))
            throw ApiException.Validation($"\"{location}\" is not one of {string.Join(", ", CloudLimits.RemoteLocations)}", "location");
        var drive = SnapshotRules.RequireDrive(request, snapshot);
        if (SnapshotRules.RemoteRefusal(drive, snapshot) is { } refusal) throw refusal;
        Begin(snapshot, drive);
    }

    private static void Begin(Document snapshot, Document drive)
    {
        var state = snapshot.Partition.State;
        SnapshotOrigin.Take(snapshot, drive);
        SnapshotRules.NoteRemote(drive);
        var data = snapshot.Edit();
        data["name"] ??= SnapshotOrigin.Name(drive.Id, state.Now);
        data["drive_meta"] = new JsonObject
        {
            ["media"] = drive.Data["media"]?.DeepClone(),
            ["name"] = drive.Data["name"]?.DeepClone(),
            ["size"] = drive.Data["size"]?.DeepClone(),
            ["src_uuid"] = drive.Id,
            ["storage_type"] = drive.Data["storage_type"]?.DeepClone(),
        };
        data["timestamp"] = ApiTime.Spaced(state.Now);
        Change(snapshot, SnapshotStatus.Creating);
        state.Scheduler.After(snapshot, "created", Durations.RemoteSnapshotCreate);
    }

    private static void Change(Document snapshot, string status)
    {
        snapshot.Set("status", status);
        snapshot.Set("last_state_change", ApiTime.Spaced(snapshot.Partition.State.Now));
    }
}
