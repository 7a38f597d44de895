using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Servers;

/// <summary>Definitions that the API would refuse, or take as something else, are refused before anything is sent; by a create and by both updates.</summary>
public class DefinitionRuleTests
{
    private const string Public = """ "ip_v4_conf": {"conf": "dhcp"} """;
    private const string Vlan = """ "vlan": "22222222-2222-4333-8444-555555555555" """;
    private const string Drive = """ "drive": "33333333-2222-4333-8444-555555555555" """;
    private const string OtherDrive = """ "drive": "44444444-2222-4333-8444-555555555555" """;
    private static readonly NewServer Good = new() { Name = "s", Cpu = 1000, Memory = ByteSize.GiB(1), VncPassword = "hunter2" };

    private readonly FakeHandler _handler = new(_ => FakeHandler.Json($$"""{"objects": [{"uuid": "{{TestClient.Uuid}}"}]}"""));

    [Theory]
    [InlineData($$"""[{ {{Vlan}}, {{Public}} }]""", "private and public together")]
    [InlineData($$"""[{ {{Vlan}}, "ip_v6_conf": {"conf": "dhcp"} }]""", "private and public together")]
    [InlineData("""[{"ip_v4_conf": {"conf": "static"}}]""", "is static and has no IP")]
    [InlineData("""[{"ip_v4_conf": {"conf": "static", "ip": null}}]""", "is static and has no IP")]
    [InlineData("""[{"ip_v6_conf": {"conf": "static"}}]""", "The IPv6 configuration of network card 1 is static and has no IP")]
    [InlineData("""[{"ip_v4_conf": {"conf": "dhcp", "ip": "203.0.113.7"}}]""", "is dhcp and has the IP 203.0.113.7")]
    [InlineData("""[{"ip_v6_conf": {"conf": "manual", "ip": {"uuid": "2001:db8::7"}}}]""", "is manual and has the IP 2001:db8::7")]
    [InlineData("""[{"ip_v4_conf": {"conf": "static", "ip": "2001:db8::7"}}]""", "of the other family")]
    [InlineData("""[{"ip_v6_conf": {"conf": "static", "ip": "203.0.113.7"}}]""", "of the other family")]
    [InlineData("""[{"ip_v4_conf": {"ip": "203.0.113.7"}}]""", "needs a Mode")]
    [InlineData($$"""[{"mac": "22:aa:00:00:00:01"}, {"mac": "22:AA:00:00:00:01", {{Public}} }]""", "Network card 2 (22:AA:00:00:00:01) has the hardware address of another card")]
    [InlineData("[{}, null]", "Network card 2 is null")]
    public Task Network_cards_that_break_a_rule_are_refused_with_the_rule(string nics, string rule) =>
        RefuseAsync(Read($$"""{"nics": {{nics}}}"""), rule);

    [Theory]
    [InlineData($$"""[{ {{Drive}}, "device": "virtio", "dev_channel": "0:0"}, { {{OtherDrive}}, "device": "virtio", "dev_channel": "0:0"}]""", "is on virtio 0:0, as another drive")]
    [InlineData($$"""[{ {{Drive}}, "device": "virtio", "dev_channel": "0:0"}, { {{OtherDrive}}, "device": "virtio", "dev_channel": "00:0"}]""", "is on virtio 00:0, as another drive")]
    [InlineData($$"""[{ {{Drive}}, "device": "scsi", "dev_channel": "a"}, { {{OtherDrive}}, "device": "scsi", "dev_channel": "a"}]""", "is on scsi a, as another drive")]
    [InlineData($$"""[{ {{Drive}}, "device": "virtio", "dev_channel": "0:6"}]""", "unit from 0 to 5")]
    [InlineData($$"""[{ {{Drive}}, "device": "virtio", "dev_channel": "0"}]""", "unit from 0 to 5")]
    [InlineData($$"""[{ {{Drive}}, "device": "virtio", "dev_channel": "-1:0"}]""", "unit from 0 to 5")]
    [InlineData($$"""[{ {{Drive}}, "device": "virtio", "dev_channel": "0:0:0"}]""", "unit from 0 to 5")]
    [InlineData($$"""[{ {{Drive}}, "device": "ide", "dev_channel": "2:0"}]""", "Those of ide are 0:0, 0:1, 1:0 and 1:1")]
    [InlineData($$"""[{ {{Drive}}, "device": "ide", "dev_channel": "0:2"}]""", "Those of ide are")]
    [InlineData($$"""[{ {{Drive}}, "device": "virtio"}]""", "needs a DeviceChannel")]
    [InlineData($$"""[{ {{Drive}}, "dev_channel": "0:0"}]""", "needs a Device")]
    [InlineData("""[{"device": "virtio", "dev_channel": "0:0"}]""", "needs a Drive")]
    [InlineData("""[{"drive": "00000000-0000-0000-0000-000000000000", "device": "virtio", "dev_channel": "0:0"}]""", "needs a Drive")]
    [InlineData("[null]", "Attached drive 1 is null")]
    public Task Drives_that_break_a_rule_are_refused_with_the_rule(string drives, string rule) =>
        RefuseAsync(Read($$"""{"drives": {{drives}}}"""), rule);

    [Theory]
    [InlineData($$"""{"nics": [{}, {}, { {{Public}}, "ip_v6_conf": {"conf": "static", "ip": "2001:db8::7"} }, { {{Vlan}}, "ip_v4_conf": null, "ip_v6_conf": null }]}""")]
    [InlineData("""{"nics": [{"ip_v4_conf": {"conf": "manual", "ip": null}}, {"ip_v4_conf": {"conf": "something-new", "ip": "203.0.113.7"}}]}""")]
    [InlineData($$"""{"drives": [{ {{Drive}}, "device": "virtio", "dev_channel": "0:0"}, { {{OtherDrive}}, "device": "ide", "dev_channel": "0:0"}]}""")]
    [InlineData($$"""{"drives": [{ {{Drive}}, "device": "virtio", "dev_channel": "500:5"}, { {{OtherDrive}}, "device": "scsi", "dev_channel": "7"}]}""")]
    public async Task What_no_rule_forbids_is_sent(string definition)
    {
        foreach (var send in Writes(Read(definition))) await send();

        Assert.Equal(3, _handler.Requests.Count);
    }

    [Fact]
    public async Task Zeros_and_empty_texts_are_refused_also_on_the_way_back()
    {
        var server = new Server { Uuid = TestClient.Uuid, Name = "s", Cpu = 1000, Memory = ByteSize.GiB(1), VncPassword = "hunter2", Smp = 1 };
        var servers = TestClient.Create(_handler).Servers;
        foreach (var (bad, rule) in new[]
        {
            (server with { Name = "" }, "needs a Name"), (server with { Cpu = 0 }, "is 0 MHz"), (server with { Memory = ByteSize.Zero }, "is 0 bytes"),
            (server with { Smp = 0 }, "at least one virtual CPU"), (server with { VncPassword = "" }, "needs a VncPassword"),
        })
        {
            var error = await Assert.ThrowsAsync<ArgumentException>(() => servers.UpdateAsync(bad));
            Assert.Contains(rule, error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<ArgumentException>(() => servers.CreateAsync(Good with { Smp = 0 }));
        Assert.Empty(_handler.Requests);
    }

    [Fact]
    public async Task Nulls_and_members_that_were_not_read_are_no_reason_to_refuse()
    {
        await TestClient.Create(_handler).Servers.UpdateAsync(Read($$"""{"uuid": "{{TestClient.Uuid}}", "vnc_password": null, "smp": null, "nics": null}"""));

        Assert.Equal($$"""{"uuid":"{{TestClient.Uuid}}","smp":null,"vnc_password":null,"nics":null}""", _handler.Requests[0].Body);
    }

    private static Server Read(string json) => System.Text.Json.JsonSerializer.Deserialize(json, SdkJson.Context.Server)!;

    private async Task RefuseAsync(Server definition, string rule)
    {
        foreach (var send in Writes(definition))
        {
            var error = await Assert.ThrowsAsync<ArgumentException>(send);
            Assert.Contains(rule, error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(_handler.Requests);
    }

    private IEnumerable<Func<Task>> Writes(Server definition)
    {
        var servers = TestClient.Create(_handler).Servers;
        var created = Good with { Nics = definition.Nics, Drives = definition.Drives };
        return
        [
            () => servers.CreateAsync(created),
            () => servers.UpdateAsync(TestClient.Uuid, created),
            () => servers.UpdateAsync(definition with { Uuid = TestClient.Uuid, Name = "s", VncPassword = "hunter2" }),
        ];
    }
}
