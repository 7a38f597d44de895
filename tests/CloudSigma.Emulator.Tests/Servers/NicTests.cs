// Network interfaces: allowed combinations, own addresses and VLANs, and matching by hardware address.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Servers;

public sealed class NicTests : ServerTest
{
    private const string Own = "198.19.0.10";

    protected override void Configure(CloudSigmaEmulatorOptions options) =>
        options.Accounts = [EmulatorAccount.WellKnown, new("second@example.com", "secret")];

    [Theory]
    [InlineData("""{"ip_v4_conf":{"conf":"dhcp"},"ip_v6_conf":{"conf":"dhcp"}}""")]
    [InlineData("""{"ip_v4_conf":{"conf":"dhcp"}}""")]
    [InlineData("""{"ip_v6_conf":{"conf":"dhcp"}}""")]
    [InlineData("""{"ip_v4_conf":{"conf":"manual","ip":null},"ip_v6_conf":null,"vlan":null}""")]
    [InlineData("""{"ip_v4_conf":{"conf":"static","ip":"198.19.0.10"},"ip_v6_conf":{"conf":"static","ip":"2001:db8:2::a"}}""")]
    [InlineData("""{"ip_v4_conf":{"conf":"static","ip":{"uuid":"198.19.0.10"}}}""")]
    [InlineData("""{"ip_v6_conf":{"conf":"static","ip":"2001:DB8:2:0:0::000a"}}""")]
    [InlineData("""{"vlan":"VLAN"}""")]
    [InlineData("""{"vlan":{"uuid":"VLAN"},"ip_v4_conf":null}""")]
    [InlineData("{}")]
    [InlineData("""{"model":"e1000"}""")]
    [InlineData("""{"model":"rtl8139"}""")]
    public async Task These_are_taken(string nic) => (await CreateAsync(nic)).Is(201);

    [Theory]
    [InlineData("""{"vlan":"VLAN","ip_v4_conf":{"conf":"dhcp"}}""", "nics.vlan")]
    [InlineData("""{"vlan":"VLAN","ip_v6_conf":{"conf":"dhcp"}}""", "nics.vlan")]
    [InlineData("""{"vlan":"VLAN","ip_v4_conf":{"conf":"manual"},"ip_v6_conf":{"conf":"dhcp"}}""", "nics.vlan")]
    [InlineData("""{"vlan":"5c8b9f0e-6d0a-4a53-8f8e-1f2a3b4c5d6e"}""", "nics.vlan")]
    [InlineData("""{"vlan":"office"}""", "nics.vlan")]
    [InlineData("""{"ip_v4_conf":{"conf":"dhcp","ip":"198.19.0.10"}}""", "nics.ip_v4_conf.ip")]
    [InlineData("""{"ip_v4_conf":{"conf":"manual","ip":"198.19.0.10"}}""", "nics.ip_v4_conf.ip")]
    [InlineData("""{"ip_v6_conf":{"conf":"dhcp","ip":"2001:db8:2::a"}}""", "nics.ip_v6_conf.ip")]
    [InlineData("""{"ip_v4_conf":{"conf":"static"}}""", "nics.ip_v4_conf.ip")]
    [InlineData("""{"ip_v6_conf":{"conf":"static","ip":null}}""", "nics.ip_v6_conf.ip")]
    [InlineData("""{"ip_v4_conf":{"conf":"static","ip":"192.0.2.1"}}""", "nics.ip_v4_conf.ip")]
    [InlineData("""{"ip_v6_conf":{"conf":"static","ip":"2001:db8:2::b"}}""", "nics.ip_v6_conf.ip")]
    [InlineData("""{"ip_v4_conf":{"conf":"static","ip":"2001:db8:2::a"}}""", "nics.ip_v4_conf.ip")]
    [InlineData("""{"ip_v6_conf":{"conf":"static","ip":"198.19.0.10"}}""", "nics.ip_v6_conf.ip")]
    [InlineData("""{"ip_v4_conf":{"conf":"static","ip":"my address"}}""", "nics.ip_v4_conf.ip")]
    [InlineData("""{"ip_v4_conf":{"conf":"automatic"}}""", "nics.ip_v4_conf.conf")]
    [InlineData("""{"ip_v4_conf":{}}""", "nics.ip_v4_conf.conf")]
    [InlineData("""{"ip_v4_conf":"dhcp"}""", "nics.ip_v4_conf")]
    [InlineData("""{"model":"ne2k_pci"}""", "nics.model")]
    [InlineData("""{"mac":"22:00:00:00:00:01"}""", "nics.mac")]
    public async Task These_are_refused(string nic, string point)
    {
        (await CreateAsync(nic)).Refused(400, "validation", point);
        Assert.Empty((await GetAsync("servers/")).Objects);
    }

    [Fact]
    public async Task Addresses_and_vlans_of_others_are_refused()
    {
        using var second = NewClient(Cloud, Cloud.Accounts[1]);
        var vlan = (await SendAsync(second, "GET", "vlans/")).First["uuid"]!.DeepClone();
        var address = (await SendAsync(second, "GET", "ips/")).First["uuid"]!.DeepClone();
        (await PostAsync("servers/", WithNics(new JsonObject { ["vlan"] = vlan }))).Refused(400, "validation", "nics.vlan");
        (await PostAsync("servers/", WithNics(Static((string)address!)))).Refused(400, "validation", "nics.ip_v4_conf.ip");
    }

    [Fact]
    public async Task A_lent_address_cannot_be_made_static()
    {
        var runtime = (await RuntimeAsync(await RunningServerAsync(WithNics(Dhcp()))))!;
        (await PostAsync("servers/", WithNics(Static((string)runtime["nics"]![0]!["ip_v4"]!["uuid"]!)))).Refused(400, "validation", "nics.ip_v4_conf.ip");
    }

    [Fact]
    public async Task An_address_is_static_on_one_interface_only()
    {
        var uuid = await ServerAsync(WithNics(Static(Own)));
        (await PostAsync("servers/", WithNics(Static(Own)))).Refused(400, "validation", "nics.ip_v4_conf.ip", $"The address {Own} is used by another interface");
        (await PutAsync($"servers/{uuid}/", WithNics(Static(Own), Static(Own)))).Refused(400, "validation", "nics.ip_v4_conf.ip");
        (await PutAsync($"servers/{uuid}/", WithNics(Static(Own)))).Is(200);
        (await PutAsync($"servers/{uuid}/", WithNics())).Is(200);
        await ServerAsync(WithNics(Static(Own)));
    }

    [Fact]
    public async Task Two_servers_of_one_request_cannot_share_an_address()
    {
        (await PostAsync("servers/", new JsonArray(WithNics(Static(Own)), WithNics(Static(Own))))).Refused(400, "validation", "nics.ip_v4_conf.ip");
        Assert.Null((await GetAsync($"ips/{Own}/")).Json["server"]);
    }

    [Fact]
    public async Task A_new_interface_has_a_generated_address_and_the_model_virtio()
    {
        var nic = (await PostAsync("servers/", WithNics(Dhcp()))).First["nics"]![0]!;
        Assert.Matches("^22(:[0-9a-f]{2}){5}$", (string)nic["mac"]!);
        Assert.Equal("virtio", (string?)nic["model"]);
        Assert.Equal("""{"conf":"dhcp","ip":null}""", nic["ip_v4_conf"]!.ToJsonString());
    }

    [Fact]
    public async Task Interfaces_are_matched_by_their_address()
    {
        var server = (await PostAsync("servers/", WithNics(Dhcp(), With(Dhcp(), ("model", "e1000"))))).First;
        string first = (string)server["nics"]![0]!["mac"]!, second = (string)server["nics"]![1]!["mac"]!;
        var vlan = await VlanAsync();
        var nics = new JsonArray(new JsonObject { ["mac"] = second.ToUpperInvariant(), ["vlan"] = vlan }, new JsonObject { ["mac"] = first }, Dhcp());
        var changed = (await PutAsync($"servers/{server["uuid"]}/", With(NewServer(), ("nics", nics)))).Is(200).Json["nics"]!.AsArray();
        Assert.Equal([second, first], changed.Take(2).Select(static nic => (string)nic!["mac"]!));
        Assert.Equal($$"""{"resource_uri":"/api/2.0/vlans/{{vlan}}/","uuid":"{{vlan}}"}""", changed[0]!["vlan"]!.ToJsonString());
        Assert.Equal("virtio", (string?)changed[0]!["model"]);
        Assert.Null(changed[1]!["ip_v4_conf"]);
        Assert.DoesNotContain((string)changed[2]!["mac"]!, (string[])[first, second]);

        var left = (await PutAsync($"servers/{server["uuid"]}/", WithNics(new JsonObject { ["mac"] = second }))).Json["nics"]!.AsArray();
        Assert.Equal(second, (string?)Assert.Single(left)!["mac"]);
        Assert.Null(left[0]!["vlan"]);
        (await PutAsync($"servers/{server["uuid"]}/", WithNics(new JsonObject { ["mac"] = first }))).Refused(400, "validation", "nics.mac");
        (await PutAsync($"servers/{server["uuid"]}/", WithNics(new JsonObject { ["mac"] = second }, new JsonObject { ["mac"] = second }))).Refused(400, "validation", "nics.mac");
    }

    [Fact]
    public async Task A_put_without_nics_keeps_them()
    {
        var uuid = await ServerAsync(WithNics(Dhcp()));
        Assert.Single((await PutAsync($"servers/{uuid}/", NewServer("x"))).Is(200).Json["nics"]!.AsArray());
    }

    [Fact]
    public async Task What_is_read_can_be_written_back_without_a_change()
    {
        var uuid = await ServerAsync(WithNics(Static(Own), new JsonObject { ["vlan"] = await VlanAsync() }, Dhcp(), new JsonObject()));
        var read = (await GetAsync($"servers/{uuid}/")).Is(200);
        Assert.Equal(read.Text, (await PutAsync($"servers/{uuid}/", read.Json)).Is(200).Text);
    }

    private async Task<Answer> CreateAsync(string nic) =>
        await PostAsync("servers/", WithNics(JsonNode.Parse(nic.Replace("VLAN", await VlanAsync(), StringComparison.Ordinal))!));
}
