// Live data of a server: null unless it runs, with an address from the pool on each interface that asks for one.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class ServerRuntime
{
    private const string Since = "active_since";
    private const string Lent = "lent";

    /// <summary>The guest begins to run.</summary>
    public static void Begin(Document server)
    {
        server.Edit();
        var state = server.Partition.State;
        server.Hidden[Since] = ApiTime.Seconds(state.Now);
        var lent = new JsonObject();
        foreach (var nic in server.Data["nics"]!.AsArray())
        {
            if (nic!["ip_v4_conf"]?["conf"]?.GetValue<string>() == "dhcp" && state.Addresses.Lend() is { } address)
                lent[nic["mac"]!.GetValue<string>()] = address;
        }

        server.Hidden[Lent] = lent;
    }

    /// <summary>The guest is off; its lent addresses go back.</summary>
    public static void End(Document server)
    {
        server.Edit();
        foreach (var (_, address) in server.Hidden[Lent]?.AsObject() ?? [])
            server.Partition.State.Addresses.Return(address!.GetValue<string>());
        server.Hidden.Remove(Since);
        server.Hidden.Remove(Lent);
    }

    /// <summary>The guest begins anew, with the addresses that it has.</summary>
    public static void Restart(Document server)
    {
        server.Edit();
        server.Hidden[Since] = ApiTime.Seconds(server.Partition.State.Now);
    }

    /// <summary>True from the moment when the guest runs until it is off.</summary>
    public static bool IsLive(Document server) => server.Hidden.ContainsKey(Since);

    public static JsonObject? Server(Document server)
    {
        if (!IsLive(server)) return null;
        var nics = new JsonArray();
        foreach (var nic in server.Data["nics"]!.AsArray())
        {
            var runtime = Nic(server, nic!);
            runtime.Insert(runtime.IndexOf("ip_v6") + 1, "mac", nic!["mac"]!.DeepClone());
            nics.Add((JsonNode)runtime);
        }

        return new JsonObject { [Since] = server.Hidden[Since]!.DeepClone(), ["nics"] = nics };
    }

    public static JsonArray Drives(Document server) =>
        Entries(server, "drives", entry => entry.Insert(entry.IndexOf("drive") + 1, "runtime", IsLive(server)
            ? new JsonObject { ["io"] = Counters(RuntimeFields.DriveCounters) }
            : null));

    public static JsonArray Nics(Document server) =>
        Entries(server, "nics", entry => entry.Insert(entry.IndexOf("model") + 1, "runtime", IsLive(server) ? Nic(server, entry) : null));

    public static JsonArray Gpus(Document server) => Entries(server, "gpus", static entry => entry.Insert(0, "gpu", null));

    private static JsonObject Nic(Document server, JsonNode nic)
    {
        var address = server.Hidden[Lent]?[nic["mac"]!.GetValue<string>()]?.GetValue<string>()
            ?? nic["ip_v4_conf"]?["ip"]?["uuid"]?.GetValue<string>();
        return new JsonObject
        {
            ["interface_type"] = ServerNics.InterfaceType(nic),
            ["io"] = Counters(RuntimeFields.NicCounters),
            ["ip_v4"] = address is null ? null : new JsonObject { ["resource_uri"] = $"/api/2.0/ips/{address}/", ["uuid"] = address },
            ["ip_v6"] = nic["ip_v6_conf"]?["ip"]?["uuid"]?.DeepClone(),
            ["rx_foreign"] = 0,
            ["rx_local"] = 0,
            ["tx_foreign"] = 0,
            ["tx_local"] = 0,
        };
    }

    private static JsonObject Counters(string[] names) => new(names.Select(static name => KeyValuePair.Create(name, (JsonNode?)0)));

    private static JsonArray Entries(Document server, string member, Action<JsonObject> complete)
    {
        var result = new JsonArray();
        foreach (var stored in server.Data[member] as JsonArray ?? [])
        {
            var entry = stored!.DeepClone().AsObject();
            complete(entry);
            result.Add((JsonNode)entry);
        }

        return result;
    }
}
