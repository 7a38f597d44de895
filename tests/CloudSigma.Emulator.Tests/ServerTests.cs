// Servers: power, limits, drives, running and deleting.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public static class ServerTests
{
    public sealed class Power : EmulatorTest
    {
        [Fact]
        public async Task Start_and_stop_run_through_their_states()
        {
            var uuid = await ServerAsync();
            Assert.Equal("stopped", await StatusAsync("servers", uuid));
            var started = (await ActAsync("servers", uuid, "start", query: "&avoid=" + uuid)).Is(202);
            Assert.Equal($$"""{"action":"start","result":"success","uuid":"{{uuid}}"}""", started.Text);
            Assert.Equal("starting", await StatusAsync("servers", uuid));
            Wait(4);
            Assert.Equal("running", await StatusAsync("servers", uuid));
            Assert.Equal("stop", (string?)(await ActAsync("servers", uuid, "stop")).Is(202).Json["action"]);
            Assert.Equal("stopping", await StatusAsync("servers", uuid));
            Wait(3);
            Assert.Equal("stopped", await StatusAsync("servers", uuid));
        }

        [Fact]
        public async Task Shutdown_is_stopping_for_a_while_and_then_stopped()
        {
            var uuid = await RunningServerAsync();
            Assert.Equal("shutdown", (string?)(await ActAsync("servers", uuid, "shutdown")).Is(202).Json["action"]);
            Wait(5);
            Assert.Equal("stopping", await StatusAsync("servers", uuid));
            Wait(1);
            Assert.Equal("stopped", await StatusAsync("servers", uuid));
        }

        [Fact]
        public async Task Start_and_stop_in_the_wrong_state_are_refused_with_the_words_of_the_cloud()
        {
            var uuid = await ServerAsync();
            (await ActAsync("servers", uuid, "stop")).Refused(403, "permission", null,
                """Cannot stop guest in state "stopped". Guest should be in state "['started', 'running_legacy']" """.TrimEnd());
            await ActAsync("servers", uuid, "start");
            (await ActAsync("servers", uuid, "start")).Refused(403, "permission");
            Wait(4);
            (await ActAsync("servers", uuid, "start")).Refused(403, "permission", null,
                """Cannot start guest in state "started". Guest should be in state "stopped" """.TrimEnd());
        }

        [Fact]
        public async Task The_start_method_is_checked()
        {
            var uuid = await ServerAsync();
            (await ActAsync("servers", uuid, "start", new JsonObject { ["allocation_method"] = "rapid" })).Refused(400, "validation", "allocation_method");
            (await ActAsync("servers", uuid, "start", new JsonObject { ["allocation_method"] = "lazy" })).Is(202);
        }

        [Fact]
        public async Task A_running_server_takes_name_meta_and_tags_only()
        {
            var uuid = await RunningServerAsync();
            var body = With(NewServer("new"), ("cpu", 1), ("drives", "nonsense"), ("meta", new JsonObject { ["k"] = "v" }));
            var answer = (await PutAsync($"servers/{uuid}/", body)).Is(200).Json;
            Assert.Equal(("new", "v", 2000), ((string?)answer["name"], (string?)answer["meta"]!["k"], (int)answer["cpu"]!));
        }

        [Fact]
        public async Task Live_data_is_null_unless_the_server_runs()
        {
            var drive = await DriveAsync();
            var nics = new JsonArray(new JsonObject { ["ip_v4_conf"] = new JsonObject { ["conf"] = "dhcp" } }, new JsonObject { ["vlan"] = await VlanAsync() });
            var uuid = await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(drive))), ("nics", nics)));
            var stopped = (await GetAsync($"servers/{uuid}/")).Json;
            Assert.Null(stopped["runtime"]);
            Assert.Null(stopped["nics"]![0]!["runtime"]);
            Assert.Null(stopped["drives"]![0]!["runtime"]);

            await ActAsync("servers", uuid, "start");
            Wait(4);
            var running = (await GetAsync($"servers/{uuid}/")).Json;
            Assert.Equal("2026-01-02T03:04:11+00:00", (string?)running["runtime"]!["active_since"]);
            var live = running["nics"]![0]!["runtime"]!;
            Assert.Equal("public", (string?)live["interface_type"]);
            Assert.StartsWith("198.", (string)live["ip_v4"]!["uuid"]!, StringComparison.Ordinal);
            Assert.Null(running["nics"]![0]!["ip_v4_conf"]!["ip"]);
            Assert.Equal("private", (string?)running["nics"]![1]!["runtime"]!["interface_type"]);
            Assert.Null(running["nics"]![1]!["runtime"]!["ip_v4"]);
            Assert.Equal((string?)running["nics"]![0]!["mac"], (string?)running["runtime"]!["nics"]![0]!["mac"]);
            Assert.Equal(0, (int)running["drives"]![0]!["runtime"]!["io"]!["bytes_read"]!);

            await ActAsync("servers", uuid, "stop");
            Wait(3);
            Assert.Null((await GetAsync($"servers/{uuid}/")).Json["runtime"]);
        }
    }

    public sealed class Limits : EmulatorTest
    {
        [Theory]
        [InlineData("cpu", 100, "cpu")]
        [InlineData("cpu", 96001, "cpu")]
        [InlineData("cpu", 2894, "cpu")]
        [InlineData("mem", 1, "mem")]
        [InlineData("smp", 33, "smp")]
        [InlineData("smp", 3, "cpu")]
        public async Task Numbers_outside_capabilities_are_refused(string member, long value, string point) =>
            (await PostAsync("servers/", With(NewServer(), (member, value)))).Refused(400, "validation", point);

        [Theory]
        [InlineData("hypervisor", "solaris-kz")]
        [InlineData("cpu_type", "sparc_t5")]
        [InlineData("cpu_type", "z80")]
        public async Task Only_pairs_of_hypervisor_and_processor_that_are_offered_are_taken(string member, string value) =>
            (await PostAsync("servers/", With(NewServer(), (member, value)))).Refused(400, "validation", member);

        [Fact]
        public async Task Absent_members_have_the_defaults_of_the_schema()
        {
            var server = (await PostAsync("servers/", NewServer())).First;
            Assert.Equal(
                ("amd", "kvm", 1, true, false),
                ((string?)server["cpu_type"], (string?)server["hypervisor"], (int)server["smp"]!, (bool)server["context"]!, (bool)server["auto_start"]!));
        }
    }

    public sealed class Drives : EmulatorTest
    {
        [Theory]
        [InlineData("ide", "2:0")]
        [InlineData("ide", "0:2")]
        [InlineData("virtio", "0:6")]
        [InlineData("virtio", "171:0")]
        [InlineData("virtio", "zero")]
        [InlineData("virtio", "0:-1")]
        public async Task Channels_that_do_not_exist_are_refused(string device, string channel) =>
            (await PostAsync("servers/", With(NewServer(), ("drives", new JsonArray(Attachment(await DriveAsync(), channel, device)))))).Refused(400, "validation", "drives.dev_channel");

        [Fact]
        public async Task A_channel_is_used_once_per_device()
        {
            string one = await DriveAsync(), two = await DriveAsync();
            (await PostAsync("servers/", With(NewServer(), ("drives", new JsonArray(Attachment(one), Attachment(two)))))).Refused(400, "validation", "drives.dev_channel");
            (await PostAsync("servers/", With(NewServer(), ("drives", new JsonArray(Attachment(one), Attachment(two, device: "ide")))))).Is(201);
        }

        [Fact]
        public async Task A_disk_is_on_one_server_unless_it_allows_more()
        {
            var drive = await DriveAsync();
            var body = With(NewServer(), ("drives", new JsonArray(Attachment(drive))));
            await ServerAsync(body);
            (await PostAsync("servers/", body)).Refused(403, "permission", "drives.drive");
            await PutAsync($"drives/{drive}/", With(NewDrive(), ("allow_multimount", true)));
            await ServerAsync(body);
            Assert.Equal(2, (await GetAsync($"drives/{drive}/")).Json["mounted_on"]!.AsArray().Count);
        }

        [Fact]
        public async Task Two_servers_of_one_request_cannot_share_a_disk()
        {
            var body = With(NewServer(), ("drives", new JsonArray(Attachment(await DriveAsync()))));
            (await PostAsync("servers/", new JsonArray(body, body.DeepClone()))).Refused(403, "permission", "drives.drive");
            Assert.Empty((await GetAsync("servers/")).Objects);
        }

        [Fact]
        public async Task An_unknown_drive_and_a_missing_device_are_refused()
        {
            (await PostAsync("servers/", With(NewServer(), ("drives", new JsonArray(Attachment(Guid.NewGuid().ToString())))))).Refused(400, "validation", "drives.drive");
            var entry = Attachment(await DriveAsync());
            entry.Remove("device");
            (await PostAsync("servers/", With(NewServer(), ("drives", new JsonArray(entry))))).Refused(400, "validation", "drives.device", "This field is required");
        }
    }

    public sealed class Delete : EmulatorTest
    {
        [Theory]
        [InlineData("", "disk cdrom")]
        [InlineData("?recurse=disks", "cdrom")]
        [InlineData("?recurse=cdroms", "disk")]
        [InlineData("?recurse=all_drives", "")]
        public async Task Recurse_says_which_drives_go_too(string query, string left)
        {
            var disk = await DriveAsync(NewDrive("disk"));
            var cdrom = await DriveAsync(NewDrive("cdrom", media: "cdrom"));
            var uuid = await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(disk), Attachment(cdrom, "0:1")))));
            (await DeleteAsync($"servers/{uuid}/{query}")).Is(204);
            var drives = await GetAsync("drives/?fields=name,status");
            Assert.Equal(left, string.Join(' ', drives.Names));
            Assert.All(drives.Objects, static drive => Assert.Equal("unmounted", (string?)drive!["status"]));
        }

        [Fact]
        public async Task A_bad_recurse_is_refused() =>
            (await DeleteAsync($"servers/{await ServerAsync()}/?recurse=some")).Refused(400, "validation", "recurse");

        [Fact]
        public async Task Many_can_be_deleted_at_once_with_their_drives()
        {
            string first = await DriveAsync(NewDrive("first")), second = await DriveAsync(NewDrive("second")), shared = await DriveAsync(With(NewDrive("shared"), ("allow_multimount", true)));
            var one = await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(first), Attachment(shared, "0:1")))));
            var two = await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(second), Attachment(shared, "0:1")))));
            var both = new JsonObject { ["objects"] = new JsonArray(new JsonObject { ["uuid"] = one }, new JsonObject { ["uuid"] = two }) };
            (await DeleteAsync("servers/?recurse=some", both)).Refused(400, "validation", "recurse");
            (await DeleteAsync("servers/?recurse=all_drives", both)).Is(204);
            Assert.Empty((await GetAsync("servers/")).Objects);
            Assert.Empty((await GetAsync("drives/")).Objects);
        }

        [Fact]
        public async Task A_running_server_cannot_be_deleted()
        {
            var uuid = await RunningServerAsync();
            (await DeleteAsync($"servers/{uuid}/")).Refused(403, "permission");
            (await DeleteAsync("servers/", new JsonArray(new JsonObject { ["uuid"] = await ServerAsync() }, new JsonObject { ["uuid"] = uuid }))).Refused(403, "permission");
            Assert.Equal(2, (await GetAsync("servers/")).Objects.Count);
        }

        [Fact]
        public async Task A_failed_recursion_deletes_nothing()
        {
            var shared = await DriveAsync(With(NewDrive(), ("allow_multimount", true)));
            var own = await DriveAsync();
            var uuid = await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(own), Attachment(shared, "0:1")))));
            await RunningServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(shared)))));
            (await DeleteAsync($"servers/{uuid}/?recurse=all_drives")).Refused(403, "permission");
            Assert.Equal(2, (await GetAsync("drives/")).Objects.Count);
            Assert.Equal(2, (await GetAsync($"servers/{uuid}/")).Json["drives"]!.AsArray().Count);
            Assert.Equal("mounted", await StatusAsync("drives", own));
        }
    }
}
