// /bservers/: who may have them, where they are seen, and that they are servers like all others.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Servers;

public static class BackfillingTests
{
    public sealed class Refused : ServerTest
    {
        [Theory]
        [InlineData("GET", "bservers/")]
        [InlineData("GET", "bservers/detail/")]
        [InlineData("GET", "bservers/schema/")]
        [InlineData("POST", "bservers/")]
        [InlineData("GET", "bservers/00000000-0000-4000-8000-000000000000/")]
        [InlineData("POST", "bservers/00000000-0000-4000-8000-000000000000/action/?do=start")]
        public async Task An_account_without_the_feature_is_refused(string method, string path) =>
            (await SendAsync(Client, method, path, method == "POST" ? "{}" : null)).Refused(403, "permission");

        [Fact]
        public async Task Capabilities_say_so() => Assert.False((bool)(await GetAsync("capabilities/")).Json["backfilling"]!);
    }

    public sealed class Allowed : ServerTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) =>
            options.Accounts = [new("user@example.com", "secret") { Backfilling = true }, new("second@example.com", "secret")];

        [Fact]
        public async Task Capabilities_say_so_to_those_who_may()
        {
            Assert.True((bool)(await GetAsync("capabilities/")).Json["backfilling"]!);
            using var second = NewClient(Cloud, Cloud.Accounts[1]);
            Assert.False((bool)(await SendAsync(second, "GET", "capabilities/")).Json["backfilling"]!);
            using var nobody = NewClient(Cloud, null);
            Assert.False((bool)(await SendAsync(nobody, "GET", "capabilities/")).Json["backfilling"]!);
        }

        [Fact]
        public async Task It_is_seen_in_both_places_and_others_in_one()
        {
            var created = (await PostAsync("bservers/", NewServer("filler"))).Is(201);
            Assert.Equal($"/api/2.0/bservers/{created.Uuid}/", created.Message.Headers.Location?.OriginalString);
            Assert.Equal($"/api/2.0/bservers/{created.Uuid}/", (string?)created.First["resource_uri"]);
            Assert.True((bool)created.First["is_grey"]!);
            var plain = await ServerAsync(NewServer("plain"));
            Assert.Equal(["filler"], (await GetAsync("bservers/")).Names);
            Assert.Equal(["filler", "plain"], (await GetAsync("servers/detail/")).Names);
            Assert.Equal($"/api/2.0/servers/{created.Uuid}/", (string?)(await GetAsync($"servers/{created.Uuid}/")).Json["resource_uri"]);
            (await GetAsync($"bservers/{plain}/")).Refused(404, "notexist");
            (await DeleteAsync($"bservers/{plain}/")).Refused(404, "notexist");
        }

        [Fact]
        public async Task It_obeys_the_rules_of_servers()
        {
            (await PostAsync("bservers/", With(NewServer(), ("cpu", 1)))).Refused(400, "validation", "cpu");
            var drive = await DriveAsync();
            var uuid = (await PostAsync("bservers/", With(WithNics(Dhcp()), ("drives", new JsonArray(Attachment(drive)))))).Is(201).Uuid;
            Assert.Equal("mounted", await StatusAsync("drives", drive));
            (await PutAsync($"bservers/{uuid}/", NewServer("renamed"))).Is(200);
            (await ActAsync("bservers", uuid, "start")).Is(202);
            Wait(4);
            Assert.Equal("running", await StatusAsync("servers", uuid));
            var runtime = (await GetAsync($"bservers/{uuid}/")).Json["runtime"]!;
            Assert.Equal("1.0", runtime["perf_factor"]!.ToJsonString());
            Assert.Equal(runtime.ToJsonString(), (await GetAsync($"bservers/{uuid}/runtime/")).Json.ToJsonString());
            (await DeleteAsync($"bservers/{uuid}/")).Refused(403, "permission");
            (await ActAsync("bservers", uuid, "stop")).Is(202);
            Wait(3);
            (await DeleteAsync($"bservers/{uuid}/?recurse=disks")).Is(204);
            Assert.Empty((await GetAsync("servers/")).Objects);
            Assert.Empty((await GetAsync("drives/")).Objects);
        }

        [Fact]
        public async Task A_copy_is_a_backfilling_server_too_and_others_have_no_factor()
        {
            var uuid = (await PostAsync("bservers/", NewServer())).Uuid;
            var copy = (await ActAsync("bservers", uuid, "clone", new JsonObject { ["name"] = "copy" })).Is(202).Object;
            Assert.True((bool)copy["is_grey"]!);
            Assert.Equal(["s1", "copy"], (await GetAsync("bservers/")).Names);
            Assert.Null((await RuntimeAsync(await RunningServerAsync()))!["perf_factor"]);
        }

        [Fact]
        public async Task All_members_are_those_of_servers()
        {
            var schema = (await GetAsync("bservers/schema/")).Is(200);
            Assert.Equal((await GetAsync("servers/schema/")).Text, schema.Text);
        }
    }
}
