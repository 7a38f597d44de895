// Finds the servers that refer to something without a walk through all servers.
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

/// <param name="partition">The account whose servers are looked at.</param>
/// <param name="references">The ids to which a server refers.</param>
internal abstract class ServerIndex(AccountPartition partition, Func<Document, IEnumerable<string>> references)
{
    private readonly KeyIndex _index = new([partition.Collection(ServersResource.Name)], references);

    /// <summary>The servers that refer to the id.</summary>
    public IReadOnlyList<Document> Servers(string id) => _index.Find(id);
}
