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

    /// <inheritdoc cref="ServerIndex.Everywhere"/>
    public static IEnumerable<Document> Everywhere(Document drive) => Everywhere(drive, Of);

    /// <inheritdoc cref="ServerIndex.Seen"/>
    public static IEnumerable<Document> Seen(AccountPartition caller, Document drive) => Seen(caller, drive, Of);
}
