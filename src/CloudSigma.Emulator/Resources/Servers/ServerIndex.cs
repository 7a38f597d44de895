// Finds the servers that refer to something without a walk through all servers.
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal abstract class ServerIndex
{
    private readonly DocumentCollection _collection;
    private readonly HashSet<Document> _changed;
    private readonly Func<Document, IEnumerable<string>> _references;
    private readonly Dictionary<string, List<Document>> _servers = new(StringComparer.Ordinal);
    private readonly Dictionary<Document, string[]> _ids = [];

    /// <summary>Begins an index.</summary>
    /// <param name="partition">The account whose servers are looked at.</param>
    /// <param name="references">The ids to which a server refers.</param>
    protected ServerIndex(AccountPartition partition, Func<Document, IEnumerable<string>> references)
    {
        _collection = partition.Collection(ServersResource.Name);
        _changed = _collection.Watch();
        _references = references;
    }

    /// <summary>The servers that refer to the id.</summary>
    public IReadOnlyList<Document> Servers(string id)
    {
        if (_changed.Count > 0) Refresh();
        return _servers.TryGetValue(id, out var servers) ? servers : [];
    }

    private void Refresh()
    {
        foreach (var server in _changed)
        {
            string[] before = _ids.TryGetValue(server, out var known) ? known : [];
            string[] now = _collection.Find(server.Id) == server ? [.. _references(server).Distinct(StringComparer.Ordinal)] : [];
            if (before.AsSpan().SequenceEqual(now)) continue;
            foreach (var id in before) _servers[id].Remove(server);
            foreach (var id in now)
            {
                if (!_servers.TryGetValue(id, out var holders)) _servers.Add(id, holders = []);
                holders.Add(server);
            }

            if (now.Length > 0) _ids[server] = now;
            else _ids.Remove(server);
        }

        _changed.Clear();
    }
}
