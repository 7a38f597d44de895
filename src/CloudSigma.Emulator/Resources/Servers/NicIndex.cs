// Finds the servers that have a static address, or an interface in a VLAN.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal sealed class NicIndex : ServerIndex
{
    private NicIndex(AccountPartition partition)
        : base(partition, ServerNics.References)
    {
    }

    /// <summary>All servers that have an address or are in a VLAN, those of its owner first and then those of accounts with which it is shared.</summary>
    public static IEnumerable<Document> Everywhere(Document network)
    {
        foreach (var server in Of(network.Partition).Servers(network.Id)) yield return server;
        foreach (var other in network.Partition.State.Partitions.Where(other => other != network.Partition))
        {
            foreach (var server in Of(other).Servers(network.Id)) yield return server;
        }
    }

    /// <summary>The same as somebody sees it: the owner of the network sees all of them, others the servers that they can see anyway.</summary>
    public static IEnumerable<Document> Seen(AccountPartition caller, Document network) =>
        Access.Owns(caller, network) ? Everywhere(network) : Everywhere(network).Where(server => Access.Allows(caller, server, Right.List));

    public static NicIndex Of(AccountPartition partition) => partition.Index(static owner => new NicIndex(owner));
}
