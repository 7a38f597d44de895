// Live data of a server: null unless it runs, with lent addresses on the interfaces that ask for them.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Resources.Networks;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class ServerRuntime
{
    private const string Since = "since";
    private const string Lent = "lent";

    /// <summary>The guest begins to run.</summary>
    public static void Begin(Document server)
    {
        server.Edit();
        server.Hidden[Since] = server.Partition.State.Now.Ticks;
        var lent = new JsonObject();
        foreach (var nic in server.Data["nics"]!.AsArray())
        {
            foreach (var (member, family) in ServerNics.Configurations)
            {
                if (nic![member]?["conf"]?.GetValue<string>() == "dhcp"
                    && IpsResource.Lend(server, family is System.Net.Sockets.AddressFamily.InterNetworkV6) is { } address)
                {
                    lent[Key(nic, member)] = address;
                }
            }
        }

        server.Hidden[Lent] = lent;
    }

    /// <summary>The guest begins anew, with the addresses that it has.</summary>
    public static void Restart(Document server)
    {
        server.Edit();
        server.Partition.State.Ports.CloseAll(server);
        server.Hidden[Since] = server.Partition.State.Now.Ticks;
    }

    /// <summary>The guest is off; its lent addresses go back.</summary>
    public static void End(Document server)
    {
        server.Edit();
        server.Partition.State.Ports.CloseAll(server);
        foreach (var (_, address) in server.Hidden[Lent]?.AsObject() ?? [])
            IpsResource.Return(server.Partition, address!.GetValue<string>());
        server.Hidden.Remove(Since);
        server.Hidden.Remove(Lent);
    }

    /// <summary>True from the moment when the guest runs until it is off.</summary>
    public static bool IsLive(Document server) => server.Hidden.ContainsKey(Since);

    /// <summary>The address of an interface, lent or static; null when it has none at the moment.</summary>
    /// <param name="server">The server.</param>
    /// <param name="nic">One of its interfaces.</param>
    /// <param name="member"><c>ip_v4_conf</c> or <c>ip_v6_conf</c>.</param>
    public static string? Address(Document server, JsonNode nic, string member) =>
        (server.Hidden[Lent]?[Key(nic, member)] ?? nic[member]?["ip"]?["uuid"])?.GetValue<string>();

    public static JsonObject? Server(Document server)
    {
        if (!IsLive(server)) return null;
        var nics = new JsonArray();
        foreach (var nic in server.Data["nics"]!.AsArray())
        {
            var live = Nic(server, nic!);
            live.Insert(live.IndexOf("ip_v6") + 1, "mac", nic!["mac"]!.DeepClone());
            nics.Add((JsonNode)live);
        }

        var runtime = new JsonObject
        {
            ["active_since"] = ApiTime.Seconds(new DateTimeOffset(server.Hidden[Since]!.GetValue<long>(), TimeSpan.Zero)),
            ["nics"] = nics,
        };
        if (BackfillingServers.Is(server)) runtime["perf_factor"] = BackfillingServers.PerformanceFactor;
        return runtime;
    }

    public static JsonArray Drives(Document server) =>
        Entries(server, "drives", entry => entry.Insert(entry.IndexOf("drive") + 1, "runtime", IsLive(server)
            ? new JsonObject { ["io"] = RuntimeCounters.Drive(entry["drive"]!["uuid"]!.GetValue<string>(), Elapsed(server)) }
            : null));

    public static JsonArray Nics(Document server) =>
        Entries(server, "nics", entry => entry.Insert(entry.IndexOf("model") + 1, "runtime", IsLive(server) ? Nic(server, entry) : null));

    public static JsonArray Gpus(Document server)
    {
        var index = 0;
        return Entries(server, "gpus", entry => entry.Insert(0, "gpu", Gpu(server, index++, entry["model"]!.GetValue<string>())));
    }

    private static TimeSpan Elapsed(Document server) =>
        TimeSpan.FromTicks(server.Partition.State.Now.Ticks - server.Hidden[Since]!.GetValue<long>());

    private static JsonObject Nic(Document server, JsonNode nic)
    {
        var type = ServerNics.InterfaceType(nic);
        var packets = RuntimeCounters.Packets(nic["mac"]!.GetValue<string>(), type is not null, Elapsed(server));
        var (received, sent) = (RuntimeCounters.Bytes(packets.Received), RuntimeCounters.Bytes(packets.Sent));
        var address = Address(server, nic, "ip_v4_conf");
        return new JsonObject
        {
            ["interface_type"] = type,
            ["io"] = RuntimeCounters.Nic(packets),
            ["ip_v4"] = address is null ? null : new JsonObject { ["resource_uri"] = $"/api/2.0/ips/{address}/", ["uuid"] = address },
            ["ip_v6"] = Address(server, nic, "ip_v6_conf"),
            ["rx_foreign"] = type == "public" ? received : 0,
            ["rx_local"] = type == "public" ? 0 : received,
            ["tx_foreign"] = type == "public" ? sent : 0,
            ["tx_local"] = type == "public" ? 0 : sent,
        };
    }

    private static JsonObject? Gpu(Document server, int index, string model) => GpuPool.Uuid(server, index) is not { } uuid
        ? null
        : new JsonObject
        {
            ["model_id"] = model,
            ["owner"] = Member.User(server.Partition.Account),
            ["resource_uri"] = $"/api/2.0/gpus/{uuid}/",
            ["subscription"] = null,
            ["uuid"] = uuid,
        };

    private static string Key(JsonNode nic, string member) => $"{nic["mac"]!.GetValue<string>()} {member}";

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
