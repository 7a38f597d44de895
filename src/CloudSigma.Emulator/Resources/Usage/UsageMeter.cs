// Measures what an account uses at the moment, object by object. It changes nothing, so it can be asked at any time.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Resources.Servers;
using CloudSigma.Emulator.Resources.Snapshots;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Usage;

internal static class UsageMeter
{
    /// <summary>Where remote snapshots are counted.</summary>
    public const string Backup = "backup";

    public static IEnumerable<UsageEntry> Measure(AccountPartition account) => Storage(account).Concat(Servers(account));

    /// <summary>The sum of all objects for each resource.</summary>
    public static SortedDictionary<string, long> Sum(IEnumerable<UsageEntry> entries)
    {
        var sums = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var entry in entries) sums[entry.Resource] = sums.GetValueOrDefault(entry.Resource) + entry.Amount;
        return sums;
    }

    /// <summary>Drives by their size, local snapshots as space of the same kind, remote ones as backup. Ephemeral drives count on running servers only.</summary>
    public static IEnumerable<UsageEntry> Storage(AccountPartition account)
    {
        foreach (var drive in account.Collection(DrivesResource.Name).All)
        {
            if (EphemeralDrive.Is(drive) && !DriveStatus.IsInUse(drive)) continue;
            yield return new UsageEntry(Kind(account, drive.Data["storage_type"]), drive.Id, drive.Data["size"]!.GetValue<long>());
        }

        foreach (var snapshot in account.Collection(SnapshotsResource.Name).All)
        {
            if (SnapshotSize.Of(snapshot) is { } size)
                yield return new UsageEntry(Kind(account, SnapshotOrigin.Properties(snapshot)["storage_type"]), snapshot.Id, size);
        }

        foreach (var snapshot in account.Collection(RemoteSnapshotsResource.Name).All)
        {
            if (SnapshotSize.OfRemote(snapshot) is > 0 and var size) yield return new UsageEntry(Backup, snapshot.Id, size);
        }
    }

    /// <summary>Processors, memory and licences of the servers that are not stopped.</summary>
    public static IEnumerable<UsageEntry> Servers(AccountPartition account)
    {
        foreach (var server in account.Collection(ServersResource.Name).All.Where(static server => server.Status != ServerStatus.Stopped))
        {
            var host = server.Text("cpu_type");
            yield return new UsageEntry($"{host}_cpu", server.Id, server.Data["cpu"]!.GetValue<long>());
            yield return new UsageEntry($"{host}_mem", server.Id, server.Data["mem"]!.GetValue<long>());
            var smp = server.Data["smp"]!.GetValue<long>();
            foreach (var binding in ServerDrives.Ids(server).SelectMany(id => Licenses(account, id)))
                yield return new UsageEntry(binding["license"]!["name"]!.GetValue<string>(), server.Id, binding["amount"]!.GetValue<int>() * smp);
        }
    }

    private static IEnumerable<JsonNode> Licenses(AccountPartition account, string driveId) =>
        DrivesResource.FindHeld(account, driveId)?.Data["licenses"] is JsonArray bindings ? bindings.Select(static binding => binding!) : [];

    private static string Kind(AccountPartition account, JsonNode? storageType) => storageType?.GetValue<string>() ?? account.State.Location.DefaultStorageType;
}
