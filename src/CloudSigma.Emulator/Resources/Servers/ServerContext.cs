// What a guest reads about itself on its second serial port.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Guests;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Resources.Networks;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class ServerContext
{
    private const string Kind = "context";
    private const string Global = "global_context";

    private static readonly string[] Members =
    [
        "cpu", "cpu_model", "cpu_type", "cpus_instead_of_cores", "enable_numa", "hv_relaxed", "hv_tsc", "hypervisor", "is_grey", "mem", "meta",
        "name", "pubkeys", "requirements", "smp", "tags", "vnc_password",
    ];

    private static readonly string[] DriveMembers = ["affinities", "allow_multimount", "licenses", "media", "meta", "name", "size", "storage_type", "tags"];
    private static readonly string[] AddressMembers = ["gateway", "meta", "nameservers", "netmask", "tags"];
    private static readonly string[] VlanMembers = ["meta", "tags"];

    /// <summary>Opens the port of a running guest, or finds the one that is open.</summary>
    /// <returns>The number of the port.</returns>
    /// <exception cref="ApiException">The guest does not run, or has no context.</exception>
    public static int Open(Document server)
    {
        ServerStatus.RequireRunning(server, "read the context of");
        if (!server.Data["context"]!.GetValue<bool>()) throw ApiException.Permission("The guest has no context; its member context is false");
        var ports = server.Partition.State.Ports;
        return ports.Find(server, Kind) ?? ports.Open(server, Kind, new ContextPort(path => Read(server, path)).ServeAsync);
    }

    // Each question sees the cloud of the moment. Null when the guest is off.
    private static string? Read(Document server, string path)
    {
        var state = server.Partition.State;
        lock (state.Gate)
        {
            state.Scheduler.Settle();
            return ServerRuntime.IsLive(server) ? ContextText.At(All(server), path) : null;
        }
    }

    private static JsonObject All(Document server)
    {
        var partition = server.Partition;
        var all = Part(server, Members);
        all["drives"] = Entries(server, "drives", entry => entry["drive"] = Drive(partition, entry["drive"]!["uuid"]!.GetValue<string>()));
        all["nics"] = Entries(server, "nics", nic => Expand(server, nic));
        all["cpu_perf_threshold"] = 0.0m;
        all["mem_perf_threshold"] = 0.0m;
        all[Global] = partition.Collection(Global).All.Select(static document => document.Data.DeepClone()).FirstOrDefault() ?? new JsonObject();
        return all;
    }

    private static JsonObject? Drive(AccountPartition partition, string id)
    {
        if (DrivesResource.FindHeld(partition, id) is not { } drive) return null;
        var part = Part(drive, DriveMembers);
        part["storage_type"] ??= partition.State.Location.DefaultStorageType;
        return part;
    }

    private static void Expand(Document server, JsonObject nic)
    {
        foreach (var (member, _) in ServerNics.Configurations)
        {
            if (nic[member] is not JsonObject configuration) continue;
            configuration["ip"] = ServerRuntime.Address(server, nic, member) is { } address && server.Partition.State.Find(IpsResource.Name, address) is { } document
                ? Part(document, AddressMembers)
                : null;
        }

        if (nic["vlan"]?["uuid"]?.GetValue<string>() is { } id && server.Partition.State.Find(VlansResource.Name, id) is { } vlan)
            nic["vlan"] = Part(vlan, VlanMembers);
    }

    private static JsonObject Part(Document document, string[] members)
    {
        var part = new JsonObject(members.Select(member => KeyValuePair.Create(member, document.Data[member]?.DeepClone())));
        part["uuid"] = document.Id;
        return part;
    }

    private static JsonArray Entries(Document server, string member, Action<JsonObject> expand)
    {
        var entries = new JsonArray();
        foreach (var stored in server.Data[member]!.AsArray())
        {
            var entry = stored!.DeepClone().AsObject();
            expand(entry);
            entries.Add((JsonNode)entry);
        }

        return entries;
    }
}
