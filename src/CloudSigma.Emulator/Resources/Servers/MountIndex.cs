// Finds the servers that hold a drive without a walk through all servers.
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal sealed class MountIndex
{
    private readonly DocumentCollection _collection;
    private readonly HashSet<Document> _changed;
    private readonly Dictionary<string, List<Document>> _servers = new(StringComparer.Ordinal);
    private readonly Dictionary<Document, string[]> _drives = [];

    private MountIndex(AccountPartition partition)
    {
        _collection = partition.Collection(ServersResource.Name);
        _changed = _collection.Watch();
    }

    public static MountIndex Of(AccountPartition partition) => partition.Index(static owner => new MountIndex(owner));

    public IReadOnlyList<Document> Servers(string driveId)
    {
        if (_changed.Count > 0) Refresh();
        return _servers.TryGetValue(driveId, out var servers) ? servers : [];
    }

    private void Refresh()
    {
        foreach (var server in _changed)
        {
            string[] before = _drives.TryGetValue(server, out var known) ? known : [];
            string[] now = _collection.Find(server.Id) == server ? [.. ServerDrives.Ids(server)] : [];
            if (before.AsSpan().SequenceEqual(now)) continue;
            foreach (var id in before) _servers[id].Remove(server);
            foreach (var id in now)
            {
                if (!_servers.TryGetValue(id, out var holders)) _servers.Add(id, holders = []);
                holders.Add(server);
            }

            if (now.Length > 0) _drives[server] = now;
            else _drives.Remove(server);
        }

        _changed.Clear();
    }
}
