// Finds the servers that hold a drive without a walk through all servers.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal sealed class MountIndex(AccountPartition partition)
{
    private readonly Dictionary<string, List<Document>> _servers = new(StringComparer.Ordinal);
    private long _version = -1;

    public static MountIndex Of(AccountPartition partition) => partition.Index(static owner => new MountIndex(owner));

    public IReadOnlyList<Document> Servers(string driveId)
    {
        Refresh();
        return _servers.TryGetValue(driveId, out var servers) ? servers : [];
    }

    private void Refresh()
    {
        var collection = partition.Collection(ServersResource.Name);
        if (_version == collection.Version) return;
        _version = collection.Version;
        _servers.Clear();
        foreach (var server in collection.All)
        {
            foreach (var id in ServerDrives.Ids(server))
            {
                if (!_servers.TryGetValue(id, out var holders)) _servers.Add(id, holders = []);
                holders.Add(server);
            }
        }
    }
}
