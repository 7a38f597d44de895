// Which drives share a host, and how "avoid" keeps them apart.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Drives;

public static class AvailabilityGroupTests
{
    public sealed class TwoHosts : PlacementTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options)
        {
            options.Accounts = [EmulatorAccount.WellKnown, new("second@example.com", "secret")];
            options.Storage = new() { HostsPerType = 2 };
        }

        [Fact]
        public async Task A_drive_avoids_another_one()
        {
            var first = await DriveAsync();
            var second = await DriveAvoidingAsync(first);
            Assert.Equal([second], await GroupAsync(second));
            Assert.Equal([first], await GroupAsync(first));
            Assert.Equal([first, second], (await GroupsAsync()).Select(Assert.Single).OrderBy(uuid => uuid == second));
        }

        [Fact]
        public async Task The_first_of_the_list_wins_when_not_all_can_be_avoided()
        {
            var first = await DriveAsync();
            var second = await DriveAvoidingAsync(first);
            var third = await DriveAvoidingAsync(first, second);
            var fourth = await DriveAvoidingAsync(second, first);
            Assert.Equal([first, fourth], await GroupAsync(first));
            Assert.Equal([second, third], await GroupAsync(third));
        }

        [Fact]
        public async Task A_copy_avoids_its_source_and_takes_longer_for_it()
        {
            var source = await DriveAsync();
            var answer = (await ActAsync("drives", source, "clone", query: "&avoid=" + source)).Is(202);
            Assert.Equal([answer.Uuid], await GroupAsync(answer.Uuid));
            Wait(10);
            var job = (string)answer.First["jobs"]![0]!["uuid"]!;
            Assert.Equal(33, (int)(await GetAsync($"jobs/{job}/")).Json["data"]!["progress"]!);
            Assert.Equal("cloning_dst", await StatusAsync("drives", answer.Uuid));
            Wait(20);
            Assert.Equal("success", (string?)(await GetAsync($"jobs/{job}/")).Json["state"]);
            Assert.Equal("unmounted", await StatusAsync("drives", answer.Uuid));
        }

        [Fact]
        public async Task All_drives_of_a_bulk_create_avoid_the_same()
        {
            var first = await DriveAsync();
            (await PostAsync($"drives/?avoid={first}", new JsonArray(NewDrive("a"), NewDrive("b"), NewDrive("c")))).Is(201);
            Assert.Equal([first], await GroupAsync(first));
        }

        [Theory]
        [InlineData("avoid=00000000-0000-4000-8000-000000000000")]
        [InlineData("avoid=nonsense,,%20,x")]
        [InlineData("avoid=")]
        public async Task What_is_unknown_is_never_an_error(string query)
        {
            (await PostAsync($"drives/?{query}", NewDrive())).Is(201);
            Assert.Single(await GroupsAsync());
        }

        [Fact]
        public async Task A_deleted_drive_leaves_its_group()
        {
            var first = await DriveAsync();
            var second = await DriveAvoidingAsync(first);
            (await DeleteAsync($"drives/{first}/")).Is(204);
            Assert.Equal([second], Assert.Single(await GroupsAsync()));
            (await GetAsync($"drives/availability_groups/{first}/")).Refused(404, "notexist");
        }

        [Fact]
        public async Task Another_storage_type_has_hosts_of_its_own()
        {
            var slow = await DriveAsync();
            var fast = await DriveAsync(With(NewDrive(), ("storage_type", "nvme")));
            Assert.Equal([[slow], [fast]], await GroupsAsync());
        }

        [Fact]
        public async Task Drives_of_others_are_not_shown_and_not_avoided()
        {
            using var second = NewClient(Cloud, Cloud.Accounts[1]);
            var foreign = (await SendAsync(second, "POST", "drives/", NewDrive().ToJsonString())).Is(201).Uuid;
            Assert.Empty(await GroupsAsync());
            await DriveAvoidingAsync(foreign);
            Assert.Single(await GroupsAsync());
            (await GetAsync($"drives/availability_groups/{foreign}/")).Refused(404, "notexist");
        }
    }

    public sealed class ThreeHosts : PlacementTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) => options.Storage = new() { HostsPerType = 3 };

        [Fact]
        public async Task A_server_stands_for_all_its_drives()
        {
            var first = await DriveAsync();
            var second = await DriveAvoidingAsync(first);
            var server = await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(first), Attachment(second, "0:1")))));
            var third = await DriveAvoidingAsync(server);
            Assert.Equal([third], await GroupAsync(third));
            Assert.Equal(3, (await GroupsAsync()).Length);
        }
    }

    public sealed class FullHosts : PlacementTest
    {
        protected override void Configure(CloudSigmaEmulatorOptions options) =>
            options.Storage = new() { HostsPerType = 2, HostCapacity = 2 * GiB };

        [Fact]
        public async Task Room_counts_more_than_what_is_to_be_avoided()
        {
            var first = await DriveAsync();
            var second = await DriveAsync(NewDrive(size: 2 * GiB));
            var third = await DriveAvoidingAsync(first);
            Assert.Equal([first, third], await GroupAsync(first));
            Assert.Equal([second], await GroupAsync(second));
        }
    }

    public sealed class Addresses : EmulatorTest
    {
        [Fact]
        public async Task There_are_no_groups_without_drives()
        {
            Assert.Equal("[]", (await GetAsync("drives/availability_groups/")).Is(200).Text);
            (await GetAsync("jobs/availability_groups/")).Refused(404, "notexist");
        }

        [Theory]
        [InlineData("drives/availability_groups/")]
        [InlineData("drives/availability_groups/00000000-0000-4000-8000-000000000000/")]
        public async Task They_can_only_be_read(string path)
        {
            (await SendAsync(Client, "POST", path, "{}")).Refused(405, "permission");
            Assert.Equal("GET", (await SendAsync(Client, "OPTIONS", path)).Is(200).Text);
        }

        [Fact]
        public async Task The_same_seed_gives_the_same_groups()
        {
            Assert.Equal(await RunAsync(), await RunAsync());

            static async Task<string> RunAsync()
            {
                await using var cloud = await CloudSigmaEmulator.StartAsync(new() { Seed = 5 });
                using var client = NewClient(cloud, cloud.Accounts[0]);
                var bodies = new JsonArray([.. Enumerable.Range(0, 30).Select(static n => NewDrive($"d{n}"))]);
                await SendAsync(client, "POST", "drives/", bodies.ToJsonString());
                var groups = await SendAsync(client, "GET", "drives/availability_groups/");
                Assert.Equal(4, groups.Json.AsArray().Count);
                return groups.Text;
            }
        }
    }
    public abstract class PlacementTest : EmulatorTest
    {
        protected async Task<string> DriveAvoidingAsync(params string[] avoid)
        {
            var answer = await PostAsync($"drives/?avoid={string.Join(',', avoid)}", NewDrive());
            Wait(2);
            return answer.Is(201).Uuid;
        }

        protected async Task<string[]> GroupAsync(string uuid) => Texts((await GetAsync($"drives/availability_groups/{uuid}/")).Is(200).Json);

        protected async Task<string[][]> GroupsAsync() =>
            [.. (await GetAsync("drives/availability_groups/")).Is(200).Json.AsArray().Select(static group => Texts(group!))];

        private static string[] Texts(JsonNode list) => [.. list.AsArray().Select(static entry => (string)entry!)];
    }
}
