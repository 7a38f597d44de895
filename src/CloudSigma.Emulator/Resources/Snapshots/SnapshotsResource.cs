// /snapshots/: states of a drive that are kept beside it and go with it.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Snapshots;

internal static class SnapshotsResource
{
    public const string Name = "snapshots";

    public static ResourceDefinition Create() => new(Name, [.. SnapshotFields.All(), SnapshotFields.Size(static view => SnapshotSize.Of(view.Document))])
    {
        HasDetail = true,
        Filters = SnapshotFields.Filters,
        OnCreate = OnCreate,
        OnDelete = static (_, snapshot) => SnapshotRules.RequireNotCloned(snapshot),
        Actions = [SnapshotClone.Action],
        Events = new Dictionary<string, Action<Document>>
        {
            ["created"] = static snapshot => snapshot.Set("status", SnapshotStatus.Available),
        },
    };

    /// <summary>Takes a snapshot without a request. The rules have been asked before.</summary>
    public static Document Take(Document drive)
    {
        var snapshot = new Document(drive.Partition.State.Ids.NewUuid(), Name, drive.Partition);
        snapshot.Data["drive"] = drive.Reference();
        drive.Partition.Collection(Name).Add(snapshot);
        Begin(snapshot, drive);
        return snapshot;
    }

    /// <summary>A drive takes its snapshots with it.</summary>
    public static void DriveDeleted(RequestContext request, Document drive)
    {
        foreach (var snapshot in SnapshotIndex.Local(drive.Partition).Of(drive.Id).ToArray())
            ResourceEndpoint.DeleteOne(request, request.Resource(Name), snapshot);
    }

    private static void OnCreate(RequestContext request, Document snapshot)
    {
        var drive = SnapshotRules.RequireDrive(request, snapshot);
        if (SnapshotRules.LocalRefusal(drive, stored: 1) is { } refusal) throw refusal;
        Begin(snapshot, drive);
    }

    private static void Begin(Document snapshot, Document drive)
    {
        var state = snapshot.Partition.State;
        SnapshotOrigin.Take(snapshot, drive);
        var data = snapshot.Edit();
        data["name"] ??= SnapshotOrigin.Name(drive.Id, state.Now);
        data["status"] = SnapshotStatus.Creating;
        data["timestamp"] = ApiTime.Spaced(state.Now);
        state.Scheduler.After(snapshot, "created", Durations.SnapshotCreate);
    }
}
