// Which servers share a host, how "avoid" keeps them apart, and hosts that are full.
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Servers;

public static class ServerHostTests
{
    public sealed class TwoHosts : ServerTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options)
        {
            options.Accounts = [EmulatorAccount.WellKnown, new("second@example.com", "secret")];
            options.Compute = new() { HostsPerType = 2 };
        }

        [Fact]
        public async Task Only_running_servers_are_in_groups()
        {
            var uuid = await ServerAsync();
            Assert.Empty(await GroupAsync(uuid));
            Assert.Equal("[]", (await GetAsync("servers/availability_groups/")).Text);
            await ActAsync("servers", uuid, "start");
            Assert.Empty(await GroupAsync(uuid));
            Wait(4);
            Assert.Equal([uuid], await GroupAsync(uuid));
            Assert.Equal([[uuid]], await GroupsAsync());
            await ActAsync("servers", uuid, "stop");
            Wait(3);
            Assert.Empty(await GroupsAsync());
            (await GetAsync($"servers/availability_groups/{Guid.NewGuid()}/")).Refused(404, "notexist");
        }

        [Fact]
        public async Task A_server_avoids_others_and_the_first_of_the_list_wins()
        {
            var first = await RunningServerAsync();
            var second = await StartedAvoidingAsync(first);
            Assert.Equal([second], await GroupAsync(second));
            var third = await StartedAvoidingAsync(first, second);
            var fourth = await StartedAvoidingAsync(second, first);
            Assert.Equal([first, fourth], await GroupAsync(first));
            Assert.Equal([second, third], await GroupAsync(third));
        }

        [Fact]
        public async Task A_server_that_only_starts_is_avoided_too()
        {
            string first = await ServerAsync(), second = await ServerAsync();
            await ActAsync("servers", first, "start");
            (await ActAsync("servers", second, "start", query: $"&avoid={first}&avoid={second}")).Is(202);
            Wait(4);
            Assert.Equal(2, (await GroupsAsync()).Length);
        }

        [Theory]
        [InlineData("00000000-0000-4000-8000-000000000000")]
        [InlineData("nonsense,,%20")]
        [InlineData("")]
        public async Task What_is_unknown_is_never_an_error(string avoid)
        {
            await StartedAvoidingAsync(avoid);
            Assert.Single(await GroupsAsync());
        }

        [Fact]
        public async Task Servers_of_others_are_not_shown()
        {
            using var second = NewClient(Cloud, Cloud.Accounts[1]);
            var uuid = (await SendAsync(second, "POST", "servers/", NewServer().ToJsonString())).Is(201).Uuid;
            (await SendAsync(second, "POST", $"servers/{uuid}/action/?do=start", "{}")).Is(202);
            Wait(4);
            Assert.Empty(await GroupsAsync());
            (await GetAsync($"servers/availability_groups/{uuid}/")).Refused(404, "notexist");
        }

        [Fact]
        public async Task Another_processor_type_has_hosts_of_its_own()
        {
            var amd = await RunningServerAsync();
            var intel = await RunningServerAsync(With(NewServer(), ("cpu_type", "intel")));
            Assert.Equal([[amd], [intel]], await GroupsAsync());
        }
    }

    public sealed class FullHosts : ServerTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) =>
            options.Compute = new() { HostsPerType = 2, HostCpu = 4000, HostMem = 2 * GiB };

        [Fact]
        public async Task Full_hosts_refuse_a_start_and_have_room_again_after_a_stop()
        {
            var running = new List<string>();
            for (var i = 0; i < 4; i++) running.Add(await RunningServerAsync());
            Assert.All(await GroupsAsync(), static group => Assert.Equal(2, group.Length));
            var late = await ServerAsync();
            (await ActAsync("servers", late, "start")).Refused(503, "backend", null, "We currently cannot provide enough resources to start the guest");
            Assert.Equal("stopped", await StatusAsync("servers", late));
            await ActAsync("servers", running[0], "stop");
            Wait(2);
            (await ActAsync("servers", late, "start")).Refused(503, "backend");
            Wait(1);
            (await ActAsync("servers", late, "start")).Is(202);
        }

        [Fact]
        public async Task Memory_counts_as_well_as_processors()
        {
            for (var i = 0; i < 2; i++) await RunningServerAsync(With(NewServer(), ("mem", 2 * GiB)));
            (await ActAsync("servers", await ServerAsync(With(NewServer(), ("cpu", 1000), ("mem", GiB / 2))), "start")).Refused(503, "backend");
        }

        [Fact]
        public async Task A_crash_without_room_elsewhere_takes_the_old_host_again()
        {
            for (var i = 0; i < 3; i++) await RunningServerAsync();
            var last = await RunningServerAsync();
            Cloud.SetServerStatus(Guid.Parse(last), EmulatorServerStatus.Starting);
            Wait(4);
            Assert.Equal("running", await StatusAsync("servers", last));
            Assert.All(await GroupsAsync(), static group => Assert.Equal(2, group.Length));
        }

        [Fact]
        public async Task Room_that_was_refused_is_not_taken()
        {
            var big = await ServerAsync(With(NewServer(), ("mem", 3 * GiB)));
            for (var i = 0; i < 5; i++) (await ActAsync("servers", big, "start")).Refused(503, "backend");
            for (var i = 0; i < 4; i++) await RunningServerAsync();
        }
    }
}
