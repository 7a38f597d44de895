// The space of snapshots: what has been written to the drive since, which the emulator derives from the time.
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Snapshots;

internal static class SnapshotSize
{
    private const long Block = 16 * 1024;

    // A drive is rewritten once in this time.
    private static readonly TimeSpan Rewritten = TimeSpan.FromDays(100);

    // The used part of a drive that goes to another place.
    private const int RemotePart = 50;

    /// <summary>The difference to what came after: the next snapshot, or the drive of today. Null while it is made.</summary>
    public static long? Of(Document snapshot)
    {
        if (snapshot.Status != SnapshotStatus.Available) return null;
        var siblings = SnapshotIndex.Local(snapshot.Partition).Of(SnapshotOrigin.DriveId(snapshot));
        var next = siblings.SkipWhile(other => other != snapshot).Skip(1).FirstOrDefault();
        return Of(snapshot, next);
    }

    /// <summary>The sum of all snapshots of a drive.</summary>
    public static long OfDrive(Document drive)
    {
        var snapshots = SnapshotIndex.Local(drive.Partition).Of(drive.Id);
        var sum = 0L;
        for (var i = 0; i < snapshots.Count; i++)
        {
            if (snapshots[i].Status == SnapshotStatus.Available) sum += Of(snapshots[i], i + 1 < snapshots.Count ? snapshots[i + 1] : null);
        }

        return sum;
    }

    /// <summary>What a drive of this size has had written to it in a time; never more than its size.</summary>
    public static long Written(long size, TimeSpan time) =>
        time >= Rewritten ? size : (long)(size * (decimal)time.Ticks / Rewritten.Ticks) / Block * Block;

    /// <summary>The space of a remote snapshot; nothing before it has arrived.</summary>
    public static long OfRemote(Document snapshot) =>
        snapshot.Status == SnapshotStatus.Available ? SnapshotOrigin.Size(snapshot) / RemotePart / Block * Block : 0;

    private static long Of(Document snapshot, Document? next)
    {
        var end = next is null ? snapshot.Partition.State.Now.Ticks : SnapshotOrigin.Taken(next);
        return Written(SnapshotOrigin.Size(snapshot), TimeSpan.FromTicks(end - SnapshotOrigin.Taken(snapshot)));
    }
}
