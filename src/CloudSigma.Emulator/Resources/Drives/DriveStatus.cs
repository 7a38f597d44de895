// The states of a drive. Being mounted and being the source of a clone are found out, not stored.
using CloudSigma.Emulator.Resources.Servers;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Drives;

internal static class DriveStatus
{
    public const string Creating = "creating";
    public const string Unmounted = "unmounted";
    public const string Mounted = "mounted";
    public const string Uploading = "uploading";
    public const string Resizing = "resizing";
    public const string Staging = "staging";
    public const string Unavailable = "unavailable";
    public const string CloningSource = "cloning_src";
    public const string CloningTarget = "cloning_dst";

    /// <summary>The state that answers show.</summary>
    public static string Of(Document drive)
    {
        var stored = drive.Status;
        if (stored != Unmounted || drive.Partition.Account is null) return stored;
        if (Clones(drive) > 0) return CloningSource;
        return MountIndex.Everywhere(drive).Any() ? Mounted : Unmounted;
    }

    public static bool IsAtRest(string status) => status is Unmounted or Mounted;

    /// <summary>True when a drive may go: nothing is being done to it, or nothing can be done to it any more.</summary>
    public static bool IsDeletable(string status) => IsAtRest(status) || status is Staging or Unavailable or Uploading;

    /// <summary>True when a server that is not stopped holds the drive.</summary>
    public static bool IsInUse(Document drive) =>
        MountIndex.Everywhere(drive).Any(static server => server.Status != ServerStatus.Stopped);

    /// <summary>How many copies are being made of the drive.</summary>
    public static int Clones(Document drive) => drive.Hidden["clones"]?.GetValue<int>() ?? 0;

    public static void AddClones(Document drive, int count)
    {
        drive.Edit();
        drive.Hidden["clones"] = Clones(drive) + count;
    }
}
