// The simulated machines that run servers: which one takes a server, and how much each has left.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Store;

internal sealed class ComputeHosts(CloudState state, EmulatorCompute options)
{
    private const string Note = "place";
    private readonly Dictionary<string, (long Cpu, long Mem)[]> _used = new(StringComparer.Ordinal);

    /// <summary>
    /// Finds a host with room for a server and takes the room. The hosts of the servers in <paramref name="avoid"/> are left out as long
    /// as another one is left, the first in the list before the others.
    /// </summary>
    /// <returns>False when no host of the processor type has room.</returns>
    public bool TryPlace(Document server, IEnumerable<Document> avoid)
    {
        var place = new Place(server.Text("cpu_type"), 0, server.Data["cpu"]!.GetValue<long>(), server.Data["mem"]!.GetValue<long>());
        var used = Used(place.CpuType);
        var open = Enumerable.Range(0, used.Length)
            .Where(host => place.Cpu <= options.HostCpu - used[host].Cpu && place.Mem <= options.HostMem - used[host].Mem)
            .ToList();
        if (open.Count == 0) return false;
        foreach (var other in avoid)
        {
            if (open.Count > 1 && PlaceOf(other) is { } taken && taken.CpuType == place.CpuType) open.Remove(taken.Host);
        }

        // The uuid comes from the seed, so a run with the same seed has the same places.
        place = place with { Host = open[(int)(IdGenerator.NumberOf(server.Id) % (uint)open.Count)] };
        Leave(server);
        Take(place, 1);
        server.Edit();
        server.Hidden[Note] = new JsonObject { ["cpu_type"] = place.CpuType, ["host"] = place.Host, ["cpu"] = place.Cpu, ["mem"] = place.Mem };
        return true;
    }

    /// <summary>Gives the room of a server back.</summary>
    public void Leave(Document server)
    {
        if (PlaceOf(server) is not { } place) return;
        Take(place, -1);
        server.Edit();
        server.Hidden.Remove(Note);
    }

    /// <summary>The ids of the servers that share a host, one list for each host that has any of them.</summary>
    public static IEnumerable<IReadOnlyList<string>> Groups(IEnumerable<Document> servers) => servers
        .Select(static server => (server.Id, Place: PlaceOf(server)))
        .Where(static entry => entry.Place is not null)
        .GroupBy(static entry => (entry.Place!.CpuType, entry.Place.Host), static entry => entry.Id)
        .OrderBy(static group => group.Key.CpuType, StringComparer.Ordinal)
        .ThenBy(static group => group.Key.Host)
        .Select(static group => group.ToArray());

    private static Place? PlaceOf(Document server) => server.Hidden[Note] is { } place
        ? new Place(place["cpu_type"]!.GetValue<string>(), place["host"]!.GetValue<int>(), place["cpu"]!.GetValue<long>(), place["mem"]!.GetValue<long>())
        : null;

    private void Take(Place place, int sign)
    {
        var used = Used(place.CpuType);
        used[place.Host] = (used[place.Host].Cpu + (sign * place.Cpu), used[place.Host].Mem + (sign * place.Mem));
        if (state.Journal is not { } journal) return;
        journal.OnRollback(() => used[place.Host] = (used[place.Host].Cpu - (sign * place.Cpu), used[place.Host].Mem - (sign * place.Mem)));
    }

    private (long Cpu, long Mem)[] Used(string cpuType)
    {
        if (!_used.TryGetValue(cpuType, out var used)) _used.Add(cpuType, used = new (long, long)[options.HostsPerType]);
        return used;
    }

    private sealed record Place(string CpuType, int Host, long Cpu, long Mem);
}
