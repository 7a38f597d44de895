// Finds the servers that have a static address, or an interface in a VLAN.
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal sealed class NicIndex : ServerIndex
{
    private NicIndex(AccountPartition partition)
        : base(partition, ServerNics.References)
    {
    }

    public static NicIndex Of(AccountPartition partition) => partition.Index(static owner => new NicIndex(owner));

    /// <inheritdoc cref="ServerIndex.Everywhere"/>
    public static IEnumerable<Document> Everywhere(Document network) => Everywhere(network, Of);

    /// <inheritdoc cref="ServerIndex.Seen"/>
    public static IEnumerable<Document> Seen(AccountPartition caller, Document network) => Seen(caller, network, Of);
}
