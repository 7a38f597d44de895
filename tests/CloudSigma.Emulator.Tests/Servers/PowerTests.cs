// Restarts, guests that ignore a shutdown, crashes, money and room.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Servers;

public static class PowerTests
{
    public sealed class Actions : ServerTest
    {
        [Fact]
        public async Task A_restart_begins_anew_and_keeps_the_addresses()
        {
            var uuid = await RunningServerAsync(WithNics(Dhcp()));
            var before = (await RuntimeAsync(uuid))!;
            Wait(100);
            var answer = (await ActAsync("servers", uuid, "restart")).Is(202);
            Assert.Equal($$"""{"action":"restart","result":"success","uuid":"{{uuid}}"}""", answer.Text);
            Assert.Equal("running", await StatusAsync("servers", uuid));
            var after = (await RuntimeAsync(uuid))!;
            Assert.Equal(TimeSpan.FromSeconds(100), Since(after) - Since(before));
            Assert.Equal((string?)before["nics"]![0]!["ip_v4"]!["uuid"], (string?)after["nics"]![0]!["ip_v4"]!["uuid"]);
        }

        [Theory]
        [InlineData("stop")]
        [InlineData("shutdown")]
        [InlineData("restart")]
        public async Task Only_a_running_server_can_be_stopped_and_restarted(string action) =>
            (await ActAsync("servers", await ServerAsync(), action)).Refused(
                403, "permission", null, $"Cannot {action} guest in state \"stopped\". Guest should be in state \"['started', 'running_legacy']\"");

        [Fact]
        public async Task The_runtime_can_be_read_alone()
        {
            var uuid = await ServerAsync();
            Assert.Equal("null", (await GetAsync($"servers/{uuid}/runtime/")).Is(200).Text);
            await ActAsync("servers", uuid, "start");
            Wait(4);
            var whole = (await GetAsync($"servers/{uuid}/")).Json["runtime"]!;
            Assert.Equal(whole.ToJsonString(), (await GetAsync($"servers/{uuid}/runtime/")).Is(200).Json.ToJsonString());
            (await PutAsync($"servers/{uuid}/runtime/", new JsonObject())).Refused(405, "permission");
            (await GetAsync($"servers/{Guid.NewGuid()}/runtime/")).Refused(404, "notexist");
            (await GetAsync($"servers/{uuid}/walltime/")).Refused(404, "notexist");
        }

        private static DateTimeOffset Since(JsonNode runtime) => (DateTimeOffset)runtime["active_since"]!;
    }

    public sealed class StubbornGuests : ServerTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) => options.Compute = new() { IgnoreShutdown = 1 };

        [Fact]
        public async Task A_guest_that_ignores_the_signal_runs_on_after_a_minute()
        {
            var uuid = await RunningServerAsync();
            var since = (string?)(await RuntimeAsync(uuid))!["active_since"];
            (await ActAsync("servers", uuid, "shutdown")).Is(202);
            Wait(59);
            Assert.Equal("stopping", await StatusAsync("servers", uuid));
            Wait(1);
            Assert.Equal("running", await StatusAsync("servers", uuid));
            Assert.Equal(since, (string?)(await RuntimeAsync(uuid))!["active_since"]);
            (await ActAsync("servers", uuid, "stop")).Is(202);
            Wait(3);
            Assert.Equal("stopped", await StatusAsync("servers", uuid));
        }
    }

    public sealed class SomeStubbornGuests : ServerTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options)
        {
            options.Seed = 3;
            options.Compute = new() { IgnoreShutdown = 0.5 };
        }

        [Fact]
        public async Task A_share_of_the_guests_ignores_the_signal()
        {
            var servers = new List<string>();
            for (var i = 0; i < 20; i++) servers.Add(await RunningServerAsync());
            foreach (var uuid in servers) (await ActAsync("servers", uuid, "shutdown")).Is(202);
            Wait(60);
            var left = (await GetAsync("servers/?fields=status&limit=0")).Objects.Count(static server => (string?)server!["status"] == "running");
            Assert.InRange(left, 1, 19);
        }
    }

    public sealed class Events : ServerTest
    {
        [Fact]
        public async Task A_paused_guest_is_as_good_as_dead()
        {
            var uuid = await RunningServerAsync(WithNics(Dhcp()));
            (await StateAsync(uuid, "paused")).Is(204);
            Assert.Equal("paused", await StatusAsync("servers", uuid));
            Assert.NotNull(await RuntimeAsync(uuid));
            (await ActAsync("servers", uuid, "shutdown")).Refused(403, "permission");
            (await ActAsync("servers", uuid, "start")).Refused(403, "permission");
            (await ActAsync("servers", uuid, "stop")).Is(202);
            Assert.Equal("stopping", await StatusAsync("servers", uuid));
            Wait(3);
            Assert.Equal("stopped", await StatusAsync("servers", uuid));
            Assert.Null(await RuntimeAsync(uuid));
        }

        [Fact]
        public async Task An_unavailable_server_comes_back_as_it_was()
        {
            var uuid = await RunningServerAsync();
            var before = (await RuntimeAsync(uuid))!.ToJsonString();
            Cloud.SetServerStatus(Guid.Parse(uuid), EmulatorServerStatus.Unavailable);
            Assert.Equal("unavailable", await StatusAsync("servers", uuid));
            (await ActAsync("servers", uuid, "stop")).Refused(403, "permission");
            Cloud.SetServerStatus(Guid.Parse(uuid), EmulatorServerStatus.Running);
            Assert.Equal("running", await StatusAsync("servers", uuid));
            Assert.Equal(before, (await RuntimeAsync(uuid))!.ToJsonString());
        }

        [Fact]
        public async Task A_server_that_became_unavailable_while_starting_does_not_run_by_itself()
        {
            var uuid = await ServerAsync();
            await ActAsync("servers", uuid, "start");
            Wait(1);
            (await StateAsync(uuid, "unavailable")).Is(204);
            Wait(60);
            Assert.Equal("unavailable", await StatusAsync("servers", uuid));
            Assert.Null(await RuntimeAsync(uuid));
            (await StateAsync(uuid, "running")).Is(204);
            Assert.NotNull(await RuntimeAsync(uuid));
        }

        [Fact]
        public async Task After_a_crash_of_the_host_the_server_starts_again_elsewhere()
        {
            var uuid = await RunningServerAsync(WithNics(Dhcp()));
            var neighbours = new List<string>();
            for (var i = 0; i < 8; i++) neighbours.Add(await RunningServerAsync());
            var before = await GroupAsync(uuid);
            Cloud.SetServerStatus(Guid.Parse(uuid), EmulatorServerStatus.Starting);
            Assert.Equal("starting", await StatusAsync("servers", uuid));
            Assert.Null(await RuntimeAsync(uuid));
            Assert.Empty(await GroupAsync(uuid));
            Wait(4);
            Assert.Equal("running", await StatusAsync("servers", uuid));
            Assert.Equal([uuid], (await GroupAsync(uuid)).Intersect(before));
        }

        [Fact]
        public async Task A_crash_overtakes_nothing_that_comes_later()
        {
            // The event of the first start is due at the moment when the second one is half way.
            var uuid = await ServerAsync();
            await ActAsync("servers", uuid, "start");
            Wait(2);
            (await StateAsync(uuid, "running")).Is(204);
            (await StateAsync(uuid, "starting")).Is(204);
            Wait(3);
            Assert.Equal("starting", await StatusAsync("servers", uuid));
            Wait(1);
            Assert.Equal("running", await StatusAsync("servers", uuid));
        }

        [Fact]
        public async Task A_guest_can_switch_itself_off()
        {
            var uuid = await RunningServerAsync();
            (await StateAsync(uuid, "stopping")).Is(204);
            Assert.Equal("stopping", await StatusAsync("servers", uuid));
            Wait(3);
            Assert.Equal("stopped", await StatusAsync("servers", uuid));
        }

        [Theory]
        [InlineData("paused")]
        [InlineData("unavailable")]
        [InlineData("running")]
        [InlineData("starting")]
        [InlineData("stopping")]
        public async Task Nothing_happens_to_a_stopped_server(string status)
        {
            var uuid = await ServerAsync();
            (await StateAsync(uuid, status)).Refused(403, "permission", null, $"A server that is \"stopped\" cannot become \"{status}\"");
            Assert.Throws<InvalidOperationException>(() => Cloud.SetServerStatus(Guid.Parse(uuid), Enum.Parse<EmulatorServerStatus>(status, ignoreCase: true)));
            Assert.Equal("stopped", await StatusAsync("servers", uuid));
        }

        [Fact]
        public async Task Unknown_servers_and_states_are_refused()
        {
            (await StateAsync(Guid.NewGuid().ToString(), "paused")).Refused(404, "notexist");
            (await StateAsync(await ServerAsync(), "cloning")).Refused(400, "validation", "status");
            Assert.Throws<KeyNotFoundException>(() => Cloud.SetServerStatus(Guid.NewGuid(), EmulatorServerStatus.Paused));
        }

        private Task<Answer> StateAsync(string uuid, string status) =>
            PostAsync($"/_emulator/servers/{uuid}/state", new JsonObject { ["status"] = status });
    }

    public sealed class Money : ServerTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) =>
            options.Accounts = [new("poor@example.com", "x") { Balance = 0 }, EmulatorAccount.WellKnown];

        [Fact]
        public async Task Without_money_no_server_starts()
        {
            var uuid = await ServerAsync();
            (await ActAsync("servers", uuid, "start")).Refused(402, "billing");
            Assert.Equal("stopped", await StatusAsync("servers", uuid));
            (await PostAsync("/_emulator/accounts/poor@example.com/balance", new JsonObject { ["balance"] = "0.01" })).Is(204);
            (await ActAsync("servers", uuid, "start")).Is(202);
            Cloud.SetBalance("poor@example.com", -5);
            Wait(4);
            (await ActAsync("servers", uuid, "stop")).Is(202);
            Wait(3);
            (await ActAsync("servers", uuid, "start")).Refused(402, "billing");
        }

        [Fact]
        public async Task Others_have_money_of_their_own()
        {
            using var rich = NewClient(Cloud, EmulatorAccount.WellKnown);
            var uuid = (await SendAsync(rich, "POST", "servers/", NewServer().ToJsonString())).Is(201).Uuid;
            (await SendAsync(rich, "POST", $"servers/{uuid}/action/?do=start", "{}")).Is(202);
        }

        [Fact]
        public async Task Unknown_accounts_and_odd_amounts_are_refused()
        {
            (await PostAsync("/_emulator/accounts/nobody@example.com/balance", new JsonObject { ["balance"] = 1 })).Refused(404, "notexist");
            (await PostAsync("/_emulator/accounts/poor@example.com/balance", new JsonObject { ["balance"] = "much" })).Refused(400, "validation", "balance");
            Assert.Throws<KeyNotFoundException>(() => Cloud.SetBalance("nobody@example.com", 1));
        }
    }
}
