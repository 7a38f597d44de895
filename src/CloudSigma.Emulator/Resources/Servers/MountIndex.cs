// Finds the servers that hold a drive.
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal sealed class MountIndex : ServerIndex
{
    private MountIndex(AccountPartition partition)
        : base(partition, ServerDrives.Ids)
    {
    }

    public static MountIndex Of(AccountPartition partition) => partition.Index(static owner => new MountIndex(owner));
}
