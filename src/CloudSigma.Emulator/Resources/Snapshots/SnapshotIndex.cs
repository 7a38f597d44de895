// Finds the snapshots of a drive without a walk through all snapshots.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Snapshots;

internal abstract class SnapshotIndex
{
    private readonly DocumentCollection _collection;
    private readonly HashSet<Document> _changed;
    private readonly Dictionary<string, List<Document>> _byDrive = new(StringComparer.Ordinal);
    private readonly HashSet<Document> _known = [];

    private SnapshotIndex(AccountPartition partition, string resource)
    {
        _collection = partition.Collection(resource);
        _changed = _collection.Watch();
    }

    public static SnapshotIndex Local(AccountPartition partition) => partition.Index(static owner => new LocalIndex(owner));

    public static SnapshotIndex Remote(AccountPartition partition) => partition.Index(static owner => new RemoteIndex(owner));

    /// <summary>The snapshots of a drive, oldest first.</summary>
    public IReadOnlyList<Document> Of(string driveId)
    {
        if (_changed.Count > 0) Refresh();
        return _byDrive.TryGetValue(driveId, out var snapshots) ? snapshots : [];
    }

    public JsonArray References(string driveId) => [.. Of(driveId).Select(static snapshot => (JsonNode)snapshot.Reference())];

    // The drive of a snapshot never changes, so only coming and going counts.
    private void Refresh()
    {
        foreach (var snapshot in _changed)
        {
            var present = _collection.Find(snapshot.Id) == snapshot;
            if (present == _known.Contains(snapshot)) continue;
            var drive = SnapshotOrigin.DriveId(snapshot);
            if (!_byDrive.TryGetValue(drive, out var snapshots)) _byDrive.Add(drive, snapshots = []);
            if (present)
            {
                _known.Add(snapshot);
                var place = snapshots.Count;
                while (place > 0 && SnapshotOrigin.Taken(snapshots[place - 1]) > SnapshotOrigin.Taken(snapshot)) place--;
                snapshots.Insert(place, snapshot);
            }
            else
            {
                _known.Remove(snapshot);
                snapshots.Remove(snapshot);
                if (snapshots.Count == 0) _byDrive.Remove(drive);
            }
        }

        _changed.Clear();
    }

    private sealed class LocalIndex(AccountPartition partition) : SnapshotIndex(partition, SnapshotsResource.Name);

    private sealed class RemoteIndex(AccountPartition partition) : SnapshotIndex(partition, RemoteSnapshotsResource.Name);
}
