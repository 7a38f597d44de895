// The states of snapshots, local and remote.
namespace CloudSigma.Emulator.Resources.Snapshots;

internal static class SnapshotStatus
{
    public const string Creating = "creating";
    public const string Transferring = "transferring";
    public const string Available = "available";
}
