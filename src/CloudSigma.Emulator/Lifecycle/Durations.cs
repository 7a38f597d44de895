// How long things take in a real cloud; the speed factor divides these.
namespace CloudSigma.Emulator.Lifecycle;

internal static class Durations
{
    public static readonly TimeSpan DriveCreate = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan DriveStage = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan DriveUpload = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan DriveResize = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan DriveClone = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan DriveCloneElsewhere = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan SnapshotCreate = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan RemoteSnapshotCreate = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan RemoteSnapshotTransfer = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan ServerStart = TimeSpan.FromSeconds(4);
    public static readonly TimeSpan ServerStop = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan ServerShutdown = TimeSpan.FromSeconds(6);

    /// <summary>The signal of a shutdown is repeated for this long; a guest that ignores it runs on afterwards.</summary>
    public static readonly TimeSpan ServerShutdownPatience = TimeSpan.FromMinutes(1);

    /// <summary>Finished jobs are kept this long. It is a rule of the API and not work, so the speed factor leaves it alone.</summary>
    public static readonly TimeSpan JobKept = TimeSpan.FromDays(3);

    /// <summary>The time between two remote snapshots of one drive, a rule as well.</summary>
    public static readonly TimeSpan RemoteSnapshotPause = TimeSpan.FromMinutes(30);
}
