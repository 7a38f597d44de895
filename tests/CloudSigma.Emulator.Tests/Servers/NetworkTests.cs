// /ips/ and /vlans/: who has them, what they show and what can be changed.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Servers;

public static class NetworkTests
{
    public sealed class Defaults : ServerTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) =>
            options.Accounts = [EmulatorAccount.WellKnown, new("second@example.com", "secret")];

        [Fact]
        public async Task An_account_has_some_subscribed_addresses_and_vlans()
        {
            var ips = (await GetAsync("ips/detail/")).Is(200).Objects;
            Assert.Equal(["198.19.0.10", "198.19.0.11", "198.19.0.12", "2001:db8:2::a"], ips.Select(static ip => (string)ip!["uuid"]!));
            Assert.Equal(["198.19.0.1", "198.19.0.1", "198.19.0.1", "2001:db8:2::1"], ips.Select(static ip => (string)ip!["gateway"]!));
            Assert.Equal([24, 24, 24, 64], ips.Select(static ip => (int)ip!["netmask"]!));
            Assert.Equal(4, ips.Select(static ip => (int)ip!["subscription"]!["id"]!).Distinct().Count());
            Assert.All(ips, static ip => Assert.Null(ip!["server"]));
            Assert.Equal(2, (await GetAsync("vlans/")).Objects.Count);
        }

        [Fact]
        public async Task Accounts_see_their_own_only()
        {
            using var second = NewClient(Cloud, Cloud.Accounts[1]);
            foreach (var resource in (string[])["ips", "vlans"])
            {
                var own = (await GetAsync($"{resource}/")).Objects.Select(static entry => (string)entry!["uuid"]!).ToArray();
                var foreign = (await SendAsync(second, "GET", $"{resource}/")).Objects.Select(static entry => (string)entry!["uuid"]!).ToArray();
                Assert.Empty(own.Intersect(foreign));
                (await GetAsync($"{resource}/{foreign[0]}/")).Refused(404, "notexist");
            }
        }

        [Fact]
        public async Task Who_registers_has_them_too_and_a_failed_registration_takes_none()
        {
            (await SendAsync(Client, "POST", "accounts/action/?do=create", """{"email":"third@example.com"}""")).Is(200);
            using var third = NewClient(Cloud, new EmulatorAccount("third@example.com", "secret"));
            Assert.Equal("198.19.0.16", (string?)(await SendAsync(third, "GET", "ips/")).First["uuid"]);
            Assert.Equal(2, (await SendAsync(third, "GET", "vlans/")).Objects.Count);
        }

        [Theory]
        [InlineData("ips/198.19.0.10/")]
        [InlineData("ips/2001:db8:2::a/")]
        [InlineData("vlans/VLAN/")]
        public async Task Only_meta_and_tags_can_be_changed(string path)
        {
            path = path.Replace("VLAN", await VlanAsync(), StringComparison.Ordinal);
            var before = (await GetAsync(path)).Json;
            var tag = await TagAsync();
            var body = new JsonObject
            {
                ["meta"] = new JsonObject { ["name"] = "office" },
                ["tags"] = new JsonArray(tag),
                ["gateway"] = "192.0.2.1",
                ["subscription"] = null,
                ["uuid"] = "x",
            };
            var after = (await PutAsync(path, body)).Is(200).Json;
            Assert.Equal("office", (string?)after["meta"]!["name"]);
            Assert.Equal(tag, (string?)after["tags"]![0]!["uuid"]);
            foreach (var (member, value) in before.AsObject())
            {
                if (member is not ("meta" or "tags")) Assert.True(JsonNode.DeepEquals(value, after[member]), member);
            }

            Assert.Equal("office", (string?)(await PutAsync(path, new JsonObject())).Is(200).Json["meta"]!["name"]);
            (await DeleteAsync(path)).Refused(405, "permission");
            (await PostAsync(path[..path.IndexOf('/', StringComparison.Ordinal)] + "/", new JsonObject())).Refused(405, "permission");
        }

        [Fact]
        public async Task Vlans_have_the_same_uuids_in_every_run()
        {
            await using var other = await CloudSigmaEmulator.StartAsync();
            using var client = NewClient(other, other.Accounts[0]);
            Assert.Equal(await VlanAsync(), (string?)(await SendAsync(client, "GET", "vlans/")).First["uuid"]);
        }
    }

    public sealed class OtherNumbers : ServerTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) => options.Location = new() { Addresses = 300, AddressesV6 = 0, Vlans = 0 };

        [Fact]
        public async Task The_location_says_how_many_there_are()
        {
            var ips = (await GetAsync("ips/?limit=0")).Objects.Select(static ip => (string)ip!["uuid"]!).ToArray();
            Assert.Equal(300, ips.Distinct().Count());
            Assert.DoesNotContain(ips, static ip => ip.EndsWith(".0", StringComparison.Ordinal) || ip.EndsWith(".1", StringComparison.Ordinal) || ip.EndsWith(".255", StringComparison.Ordinal));
            Assert.Equal("198.19.1.1", (string?)(await GetAsync($"ips/{ips[^1]}/")).Json["gateway"]);
            Assert.Empty((await GetAsync("vlans/")).Objects);
        }
    }
}
