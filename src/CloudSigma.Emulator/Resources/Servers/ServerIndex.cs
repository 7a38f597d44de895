// Finds the servers that refer to something without a walk through all servers.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

/// <param name="partition">The account whose servers are looked at.</param>
/// <param name="references">The ids to which a server refers.</param>
internal abstract class ServerIndex(AccountPartition partition, Func<Document, IEnumerable<string>> references)
{
    private readonly KeyIndex _index = new([partition.Collection(ServersResource.Name)], references);

    /// <summary>The servers that refer to the id.</summary>
    public IReadOnlyList<Document> Servers(string id) => _index.Find(id);

    /// <summary>All servers that refer to an object, those of its owner first and then those of accounts with which it is shared.</summary>
    protected static IEnumerable<Document> Everywhere(Document target, Func<AccountPartition, ServerIndex> indexOf)
    {
        foreach (var server in indexOf(target.Partition).Servers(target.Id)) yield return server;
        foreach (var other in target.Partition.State.Partitions.Where(other => other != target.Partition))
        {
            foreach (var server in indexOf(other).Servers(target.Id)) yield return server;
        }
    }

    /// <summary>The same as somebody sees it: the owner of the object sees all of them, others the servers that they can see anyway.</summary>
    protected static IEnumerable<Document> Seen(AccountPartition caller, Document target, Func<AccountPartition, ServerIndex> indexOf)
    {
        var servers = Everywhere(target, indexOf);
        return Access.Owns(caller, target) ? servers : servers.Where(server => Access.Allows(caller, server, Right.List));
    }
}
