// Network interfaces: allowed combinations and matching by hardware address.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public sealed class NicTests : EmulatorTest
{
    [Theory]
    [InlineData("""{"ip_v4_conf":{"conf":"dhcp"},"ip_v6_conf":{"conf":"dhcp"}}""", true)]
    [InlineData("""{"ip_v4_conf":{"conf":"manual","ip":null}}""", true)]
    [InlineData("""{"ip_v4_conf":{"conf":"static","ip":"198.51.100.7"}}""", true)]
    [InlineData("""{"ip_v4_conf":{"conf":"static","ip":{"uuid":"198.51.100.7"}}}""", true)]
    [InlineData("""{"vlan":"5c8b9f0e-6d0a-4a53-8f8e-1f2a3b4c5d6e"}""", true)]
    [InlineData("{}", true)]
    [InlineData("""{"vlan":"5c8b9f0e-6d0a-4a53-8f8e-1f2a3b4c5d6e","ip_v4_conf":{"conf":"dhcp"}}""", false)]
    [InlineData("""{"vlan":"5c8b9f0e-6d0a-4a53-8f8e-1f2a3b4c5d6e","ip_v6_conf":{"conf":"dhcp"}}""", false)]
    [InlineData("""{"ip_v4_conf":{"conf":"dhcp","ip":"198.51.100.7"}}""", false)]
    [InlineData("""{"ip_v4_conf":{"conf":"static"}}""", false)]
    [InlineData("""{"ip_v4_conf":{"conf":"static","ip":"2001:db8::1"}}""", false)]
    [InlineData("""{"ip_v4_conf":{"conf":"automatic"}}""", false)]
    [InlineData("""{"model":"ne2k_pci"}""", false)]
    [InlineData("""{"mac":"22:00:00:00:00:01"}""", false)]
    public async Task Combinations_are_taken_or_refused(string nic, bool taken)
    {
        var answer = await PostAsync("servers/", With(NewServer(), ("nics", new JsonArray(JsonNode.Parse(nic)))));
        if (taken) answer.Is(201);
        else Assert.StartsWith("nics", (string)answer.Is(400).Json[0]!["error_point"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_interface_has_a_generated_address_and_the_model_virtio()
    {
        var nic = (await PostAsync("servers/", With(NewServer(), ("nics", new JsonArray(Dhcp()))))).First["nics"]![0]!;
        Assert.Matches("^22(:[0-9a-f]{2}){5}$", (string)nic["mac"]!);
        Assert.Equal("virtio", (string?)nic["model"]);
        Assert.Equal("""{"conf":"dhcp","ip":null}""", nic["ip_v4_conf"]!.ToJsonString());
    }

    [Fact]
    public async Task Interfaces_are_matched_by_their_address()
    {
        var server = (await PostAsync("servers/", With(NewServer(), ("nics", new JsonArray(Dhcp(), Dhcp()))))).First;
        string first = (string)server["nics"]![0]!["mac"]!, second = (string)server["nics"]![1]!["mac"]!;
        var vlan = Guid.NewGuid().ToString();
        var nics = new JsonArray(new JsonObject { ["mac"] = second, ["vlan"] = vlan }, new JsonObject { ["mac"] = first }, Dhcp());
        var changed = (await PutAsync($"servers/{server["uuid"]}/", With(NewServer(), ("nics", nics)))).Is(200).Json["nics"]!.AsArray();
        Assert.Equal([second, first], changed.Take(2).Select(static nic => (string)nic!["mac"]!));
        Assert.Equal($$"""{"resource_uri":"/api/2.0/vlans/{{vlan}}/","uuid":"{{vlan}}"}""", changed[0]!["vlan"]!.ToJsonString());
        Assert.Null(changed[1]!["ip_v4_conf"]);
        Assert.DoesNotContain((string)changed[2]!["mac"]!, (string[])[first, second]);

        var left = (await PutAsync($"servers/{server["uuid"]}/", With(NewServer(), ("nics", new JsonArray(new JsonObject { ["mac"] = first }))))).Json["nics"]!.AsArray();
        Assert.Equal(first, (string?)Assert.Single(left)!["mac"]);
        (await PutAsync($"servers/{server["uuid"]}/", With(NewServer(), ("nics", new JsonArray(new JsonObject { ["mac"] = second }))))).Refused(400, "validation", "nics.mac");
    }

    [Fact]
    public async Task A_put_without_nics_keeps_them()
    {
        var uuid = await ServerAsync(With(NewServer(), ("nics", new JsonArray(Dhcp()))));
        Assert.Single((await PutAsync($"servers/{uuid}/", NewServer("x"))).Is(200).Json["nics"]!.AsArray());
    }

    [Fact]
    public async Task Running_servers_have_addresses_of_their_own()
    {
        var addresses = new HashSet<string>();
        for (var i = 0; i < 5; i++)
        {
            var uuid = await RunningServerAsync(With(NewServer(), ("nics", new JsonArray(Dhcp(), Dhcp()))));
            foreach (var nic in (await GetAsync($"servers/{uuid}/")).Json["runtime"]!["nics"]!.AsArray())
                Assert.True(addresses.Add((string)nic!["ip_v4"]!["uuid"]!));
        }
    }

    private static JsonObject Dhcp() => new() { ["ip_v4_conf"] = new JsonObject { ["conf"] = "dhcp" }, ["model"] = "virtio" };
}
