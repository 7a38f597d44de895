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

    /// <summary>All servers that hold a drive, those of its owner first and then those of accounts with which it is shared.</summary>
    public static IEnumerable<Document> Everywhere(Document drive)
    {
        foreach (var server in Of(drive.Partition).Servers(drive.Id)) yield return server;
        foreach (var other in drive.Partition.State.Partitions.Where(other => other != drive.Partition))
        {
            foreach (var server in Of(other).Servers(drive.Id)) yield return server;
        }
    }
}
