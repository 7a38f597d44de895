// When snapshots can be taken and used. A rule gives the refusal, so that a backup scheduler can ask without a request.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Resources.Capabilities;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Snapshots;

internal static class SnapshotRules
{
    private const string LastRemote = "remote_snapshot_at";

    /// <summary>The drive of which a snapshot is wanted.</summary>
    public static Document RequireDrive(RequestContext request, Document snapshot)
    {
        var id = SnapshotOrigin.DriveId(snapshot);
        var drive = DrivesResource.Find(request.Caller, id) ?? throw ApiException.Validation($"There is no drive {id}", "drive");
        return drive.Partition.Account is null
            ? throw ApiException.Permission("A drive of the library cannot have snapshots; clone it first", "drive")
            : drive;
    }

    /// <summary>Why no snapshot of a drive with this state and storage can be taken, or null.</summary>
    public static ApiException? Refusal(string status, string storageType) =>
        storageType == CloudLimits.EphemeralStorageType ? ApiException.Permission("Cannot snapshot an ephemeral drive", "drive")
        : DriveStatus.IsAtRest(status) ? null
        : ApiException.Permission($"Cannot snapshot drive in state \"{status}\". Drive should be in state \"['unmounted', 'mounted']\"");

    /// <summary>Why a drive cannot have another local snapshot, or null.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="stored">How many snapshots of the present request are in the lists already: 1 or 0.</param>
    public static ApiException? LocalRefusal(Document drive, int stored)
    {
        if (State(drive) is { } refusal) return refusal;
        if (SnapshotIndex.Local(drive.Partition).Of(drive.Id).Count - stored >= CloudLimits.SnapshotsPerDrive)
            return ApiException.Permission($"The drive has {CloudLimits.SnapshotsPerDrive} snapshots, more are not allowed");
        return drive.Partition.Collection(SnapshotsResource.Name).Count - stored >= CloudLimits.Snapshots
            ? ApiException.Permission($"The account has {CloudLimits.Snapshots} snapshots, more are not allowed")
            : null;
    }

    /// <summary>Why a drive cannot have another remote snapshot now, or null.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="made">The snapshot of the present request, which is in the lists already, or null.</param>
    public static ApiException? RemoteRefusal(Document drive, Document? made)
    {
        if (State(drive) is { } refusal) return refusal;
        if (SnapshotIndex.Remote(drive.Partition).Of(drive.Id).FirstOrDefault(other => other != made && other.Status != SnapshotStatus.Available) is { } busy)
            return ApiException.Permission($"Another remote snapshot of the drive, {busy.Id}, is in state \"{busy.Status}\"");
        if (drive.Hidden[LastRemote] is { } last && drive.Partition.State.Now.Ticks - last.GetValue<long>() < Durations.RemoteSnapshotPause.Ticks)
            return ApiException.Permission("Only one remote snapshot of a drive can be made in 30 minutes");
        return drive.Partition.Collection(RemoteSnapshotsResource.Name).Count - (made is null ? 0 : 1) >= CloudLimits.RemoteSnapshots
            ? ApiException.Permission($"The account has {CloudLimits.RemoteSnapshots} remote snapshots, more are not allowed")
            : null;
    }

    /// <summary>Begins the pause of the drive. A snapshot that is deleted does not end it.</summary>
    public static void NoteRemote(Document drive)
    {
        drive.Edit();
        drive.Hidden[LastRemote] = drive.Partition.State.Now.Ticks;
    }

    public static void RequireAvailable(Document snapshot, string verb)
    {
        if (snapshot.Status != SnapshotStatus.Available)
            throw ApiException.Permission($"Cannot {verb} snapshot in state \"{snapshot.Status}\". Snapshot should be in state \"available\"");
    }

    public static void RequireNotCloned(Document snapshot)
    {
        if (DriveStatus.Clones(snapshot) > 0)
            throw ApiException.Permission($"Cannot delete snapshot {snapshot.Id} while it is cloned");
    }

    private static ApiException? State(Document drive) => Refusal(DriveStatus.Of(drive), drive.Text("storage_type"));
}
