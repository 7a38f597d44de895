// The simulated machines that hold drives: which one takes a drive, and how much room each has left.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Store;

internal sealed class StorageHosts(CloudState state, EmulatorStorage options)
{
    private const string Note = "place";
    private readonly Dictionary<string, long[]> _used = new(StringComparer.Ordinal);

    /// <summary>
    /// Finds a host with room for a drive and takes the room. The hosts of the drives in <paramref name="avoid"/> are left out as long as
    /// another one is left, the first in the list before the others.
    /// </summary>
    /// <returns>False when no host of the storage type has room.</returns>
    public bool TryPlace(Document drive, string storageType, long size, IEnumerable<Document> avoid)
    {
        var used = Used(storageType);
        var capacity = Capacity(storageType);
        var open = Enumerable.Range(0, used.Length).Where(host => size <= capacity - used[host]).ToList();
        if (open.Count == 0) return false;
        foreach (var other in avoid)
        {
            if (open.Count > 1 && PlaceOf(other) is { } place && place.StorageType == storageType) open.Remove(place.Host);
        }

        // The uuid comes from the seed, so a run with the same seed has the same places.
        var host = open[(int)(IdGenerator.NumberOf(drive.Id) % (uint)open.Count)];
        Take(storageType, host, size);
        drive.Edit();
        drive.Hidden[Note] = new JsonObject { ["storage_type"] = storageType, ["host"] = host, ["size"] = size };
        return true;
    }

    /// <summary>True when some host of the storage type has that much room at the moment.</summary>
    public bool HasRoom(string storageType, long size) => Used(storageType).Any(used => size <= Capacity(storageType) - used);

    /// <summary>Takes more room for a drive on the host where it is.</summary>
    /// <returns>False when the host has not enough room.</returns>
    public bool TryGrow(Document drive, long size)
    {
        if (PlaceOf(drive) is not { } place) return true;
        var more = size - place.Size;
        if (more > Capacity(place.StorageType) - Used(place.StorageType)[place.Host]) return false;
        Take(place.StorageType, place.Host, more);
        drive.Edit();
        drive.Hidden[Note]!["size"] = size;
        return true;
    }

    /// <summary>Gives the room of a drive back.</summary>
    public void Leave(Document drive)
    {
        if (PlaceOf(drive) is not { } place) return;
        Take(place.StorageType, place.Host, -place.Size);
        drive.Edit();
        drive.Hidden.Remove(Note);
    }

    /// <summary>The ids of the drives that share a host, one list for each host that has any of them.</summary>
    public static IEnumerable<IReadOnlyList<string>> Groups(IEnumerable<Document> drives) => drives
        .Select(static drive => (drive.Id, Place: PlaceOf(drive)))
        .Where(static entry => entry.Place is not null)
        .GroupBy(static entry => (entry.Place!.Value.StorageType, entry.Place.Value.Host), static entry => entry.Id)
        .OrderBy(static group => group.Key.StorageType, StringComparer.Ordinal)
        .ThenBy(static group => group.Key.Host)
        .Select(static group => group.ToArray());

    private static (string StorageType, int Host, long Size)? PlaceOf(Document drive) => drive.Hidden[Note] is { } place
        ? (place["storage_type"]!.GetValue<string>(), place["host"]!.GetValue<int>(), place["size"]!.GetValue<long>())
        : null;

    private void Take(string storageType, int host, long size)
    {
        var used = Used(storageType);
        used[host] += size;
        state.Journal?.OnRollback(() => used[host] -= size);
    }

    private long Capacity(string storageType) => options.HostCapacityByType.GetValueOrDefault(storageType, options.HostCapacity);

    private long[] Used(string storageType)
    {
        if (!_used.TryGetValue(storageType, out var used)) _used.Add(storageType, used = new long[options.HostsPerType]);
        return used;
    }
}
