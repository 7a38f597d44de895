// Lent addresses and the counters of running servers.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Servers;

public sealed class LiveNetworkTests : ServerTest
{
    [Fact]
    public async Task Running_servers_have_addresses_of_their_own()
    {
        var addresses = new HashSet<string>();
        for (var i = 0; i < 5; i++)
        {
            var uuid = await RunningServerAsync(WithNics(Dhcp(), Dhcp()));
            foreach (var nic in (await RuntimeAsync(uuid))!["nics"]!.AsArray()) Assert.True(addresses.Add((string)nic!["ip_v4"]!["uuid"]!));
        }
    }

    [Fact]
    public async Task An_address_is_in_the_list_while_it_is_lent()
    {
        Assert.Equal(4, (await GetAsync("ips/")).Objects.Count);
        var uuid = await RunningServerAsync(WithNics(With(Dhcp(), ("ip_v6_conf", new JsonObject { ["conf"] = "dhcp" }))));
        var nic = (await RuntimeAsync(uuid))!["nics"]![0]!;
        foreach (var address in (string[])[(string)nic["ip_v4"]!["uuid"]!, (string)nic["ip_v6"]!])
        {
            var lent = (await GetAsync($"ips/{address}/")).Is(200).Json;
            Assert.Null(lent["subscription"]);
            Assert.Equal(uuid, (string?)lent["server"]!["uuid"]);
        }

        Assert.Equal(6, (await GetAsync("ips/")).Objects.Count);
        Assert.Null((await GetAsync($"servers/{uuid}/")).Json["nics"]![0]!["ip_v4_conf"]!["ip"]);
        await ActAsync("servers", uuid, "stop");
        Wait(2);
        Assert.Equal(6, (await GetAsync("ips/")).Objects.Count);
        Wait(1);
        Assert.Equal(4, (await GetAsync("ips/")).Objects.Count);
    }

    [Fact]
    public async Task Static_addresses_and_vlans_show_who_uses_them_also_when_it_is_stopped()
    {
        var vlan = await VlanAsync();
        var uuid = await ServerAsync(WithNics(Static("198.19.0.11"), new JsonObject { ["vlan"] = vlan }, new JsonObject { ["vlan"] = vlan }));
        Assert.Equal(uuid, (string?)(await GetAsync("ips/198.19.0.11/")).Json["server"]!["uuid"]);
        Assert.Equal(uuid, (string?)Assert.Single((await GetAsync($"vlans/{vlan}/")).Json["servers"]!.AsArray())!["uuid"]);
        await ActAsync("servers", uuid, "start");
        Wait(4);
        var nics = (await GetAsync($"servers/{uuid}/")).Json["nics"]!;
        Assert.Equal("198.19.0.11", (string?)nics[0]!["runtime"]!["ip_v4"]!["uuid"]);
        Assert.Equal("private", (string?)nics[1]!["runtime"]!["interface_type"]);
        await ActAsync("servers", uuid, "stop");
        Wait(3);
        (await DeleteAsync($"servers/{uuid}/")).Is(204);
        Assert.Null((await GetAsync("ips/198.19.0.11/")).Json["server"]);
        Assert.Empty((await GetAsync($"vlans/{vlan}/")).Json["servers"]!.AsArray());
    }

    [Fact]
    public async Task Counters_grow_with_emulator_time_and_only_where_there_is_a_network()
    {
        var drive = await DriveAsync();
        var uuid = await RunningServerAsync(With(WithNics(Dhcp(), new JsonObject { ["vlan"] = await VlanAsync() }, new JsonObject()), ("drives", new JsonArray(Attachment(drive)))));
        var atFirst = await CountersAsync(uuid);
        Assert.All(atFirst, static count => Assert.Equal(0, count));
        Wait(10);
        var soon = await CountersAsync(uuid);
        Assert.Equal(soon, await CountersAsync(uuid));
        Assert.Equal(0, soon[2]);
        Wait(10);
        var later = await CountersAsync(uuid);
        foreach (var i in (int[])[0, 1, 3]) Assert.InRange(later[i], soon[i] + 1, (soon[i] * 2) + 4096);
        await ActAsync("servers", uuid, "restart");
        Assert.All(await CountersAsync(uuid), static count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task Both_places_show_the_same_live_data()
    {
        var uuid = await RunningServerAsync(WithNics(Dhcp(), new JsonObject { ["vlan"] = await VlanAsync() }));
        Wait(7);
        var server = (await GetAsync($"servers/{uuid}/")).Json;
        foreach (var (nic, number) in server["nics"]!.AsArray().Select(static (nic, number) => (nic!, number)))
        {
            var inNic = With(nic["runtime"]!.AsObject(), ("mac", nic["mac"]!.DeepClone()));
            var inServer = server["runtime"]!["nics"]![number]!.AsObject();
            Assert.True(JsonNode.DeepEquals(inNic, inServer), $"{inNic} {inServer}");
            var traffic = inServer["io"]!;
            var local = number == 1;
            Assert.Equal((long)traffic["bytes_recv"]!, (long)inServer[local ? "rx_local" : "rx_foreign"]!);
            Assert.Equal(0, (long)inServer[local ? "tx_foreign" : "tx_local"]!);
        }
    }

    private async Task<long[]> CountersAsync(string uuid)
    {
        var server = (await GetAsync($"servers/{uuid}/")).Json;
        return
        [
            .. server["nics"]!.AsArray().Select(static nic => (long)nic!["runtime"]!["io"]!["bytes_recv"]!),
            (long)server["drives"]![0]!["runtime"]!["io"]!["bytes_read"]!,
        ];
    }
}
