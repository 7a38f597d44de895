// Drives: states, sizes, limits, clones and the public library.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public static class DriveTests
{
    public sealed class States : EmulatorTest
    {
        [Fact]
        public async Task A_new_drive_is_creating_until_its_time_has_come()
        {
            var uuid = (await PostAsync("drives/", NewDrive())).Uuid;
            Wait(1.999);
            var young = await GetAsync($"drives/{uuid}/");
            Assert.Equal("creating", (string?)young.Json["status"]);
            Assert.Null(young.Json["runtime"]!["is_snapshotable"]);
            Wait(0.001);
            Assert.Equal("unmounted", await StatusAsync("drives", uuid));
            Assert.True((bool)(await GetAsync($"drives/{uuid}/")).Json["runtime"]!["is_snapshotable"]!);
        }

        [Fact]
        public async Task Attaching_shows_as_mounted_and_detaching_as_unmounted()
        {
            var drive = await DriveAsync();
            var server = await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(drive)))));
            var mounted = (await GetAsync($"drives/{drive}/")).Json;
            Assert.Equal("mounted", (string?)mounted["status"]);
            Assert.Equal(server, (string?)mounted["mounted_on"]![0]!["uuid"]);
            await PutAsync($"servers/{server}/", With(NewServer(), ("drives", new JsonArray())));
            Assert.Equal("unmounted", await StatusAsync("drives", drive));
        }

        [Fact]
        public async Task A_drive_that_is_being_made_cannot_be_deleted()
        {
            var drive = (await PostAsync("drives/", NewDrive())).Uuid;
            (await DeleteAsync($"drives/{drive}/")).Refused(403, "permission");
        }

        [Fact]
        public async Task A_drive_on_a_stopped_server_can_be_deleted_and_leaves_the_server()
        {
            var drive = await DriveAsync();
            var server = await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(drive)))));
            (await DeleteAsync($"drives/{drive}/")).Is(204);
            Assert.Empty((await GetAsync($"servers/{server}/")).Json["drives"]!.AsArray());
        }

        [Fact]
        public async Task A_drive_on_a_running_server_cannot_be_deleted()
        {
            var drive = await DriveAsync();
            await RunningServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(drive)))));
            (await DeleteAsync($"drives/{drive}/")).Refused(403, "permission");
        }

        [Fact]
        public async Task On_a_running_server_a_put_takes_name_meta_tags_and_allow_multimount_only()
        {
            var drive = await DriveAsync();
            await RunningServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(drive)))));
            var body = With(NewDrive("new", 2 * GiB, "cdrom"), ("allow_multimount", true), ("meta", new JsonObject { ["k"] = "v" }), ("iops", 7));
            var answer = (await PutAsync($"drives/{drive}/", body)).Is(200).Json;
            Assert.Equal(("new", true, "v"), ((string?)answer["name"], (bool)answer["allow_multimount"]!, (string?)answer["meta"]!["k"]));
            Assert.Equal((GiB, "disk", "mounted"), ((long)answer["size"]!, (string?)answer["media"], (string?)answer["status"]));
            Assert.Null(answer["iops"]);
        }
    }

    public sealed class Sizes : EmulatorTest
    {
        [Fact]
        public async Task Sizes_are_rounded_up_to_16_KiB() =>
            Assert.Equal(GiB + 16384, (long)(await PostAsync("drives/", NewDrive(size: GiB + 1))).First["size"]!);

        [Theory]
        [InlineData("dssd", 536870911)]
        [InlineData("zadara", 1073741823)]
        [InlineData("nvme", 99999999999999)]
        public async Task Sizes_outside_the_limits_of_the_storage_are_refused(string storage, long size) =>
            (await PostAsync("drives/", With(NewDrive(size: size), ("storage_type", storage)))).Refused(400, "validation", "size");

        [Theory]
        [InlineData("storage_type", "tape")]
        [InlineData("storage_type", "magnetic")]
        [InlineData("media", "floppy")]
        public async Task Unknown_choices_are_refused(string member, string value) =>
            (await PostAsync("drives/", With(NewDrive(), (member, value)))).Refused(400, "validation", member);

        [Fact]
        public async Task Iops_outside_the_limits_are_refused() =>
            (await PostAsync("drives/", With(NewDrive(), ("iops", 60001)))).Refused(400, "validation", "iops");

        [Fact]
        public async Task The_default_storage_type_is_that_of_capabilities()
        {
            var expected = (string?)(await GetAsync("capabilities/")).Json["default_storage_type"];
            Assert.Equal(expected, (string?)(await PostAsync("drives/", NewDrive())).First["storage_type"]);
        }

        [Fact]
        public async Task Another_storage_type_in_a_put_is_ignored_with_a_warning()
        {
            var uuid = await DriveAsync();
            Assert.Equal("dssd", (string?)(await PutAsync($"drives/{uuid}/", With(NewDrive(), ("storage_type", "nvme")))).Is(200).Json["storage_type"]);
            Assert.Contains("storage_type", Assert.Single(Cloud.Requests[^1].Warnings), StringComparison.Ordinal);
        }

        [Fact]
        public async Task A_larger_size_in_a_put_answers_with_the_old_size_and_resizing()
        {
            var uuid = await DriveAsync();
            var answer = (await PutAsync($"drives/{uuid}/", NewDrive(size: 2 * GiB))).Is(200).Json;
            Assert.Equal((GiB, "resizing"), ((long)answer["size"]!, (string?)answer["status"]));
            Wait(3);
            var after = (await GetAsync($"drives/{uuid}/")).Json;
            Assert.Equal((2 * GiB, "unmounted"), ((long)after["size"]!, (string?)after["status"]));
        }

        [Fact]
        public async Task A_drive_cannot_shrink()
        {
            var uuid = await DriveAsync(NewDrive(size: 2 * GiB));
            (await PutAsync($"drives/{uuid}/", NewDrive())).Refused(400, "validation", "size");
            (await ActAsync("drives", uuid, "resize", NewDrive())).Refused(400, "validation", "size");
        }

        [Fact]
        public async Task The_size_that_was_asked_for_before_rounding_may_be_put_again()
        {
            var uuid = await DriveAsync(NewDrive(size: GiB + 1));
            var answer = (await PutAsync($"drives/{uuid}/", NewDrive(size: GiB + 1))).Is(200).Json;
            Assert.Equal((GiB + 16384, "unmounted"), ((long)answer["size"]!, (string?)answer["status"]));
        }

        [Fact]
        public async Task The_resize_action_is_wrapped_and_back_as_mounted()
        {
            var uuid = await DriveAsync();
            await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(uuid)))));
            var answer = (await ActAsync("drives", uuid, "resize", NewDrive(size: 2 * GiB))).Is(202).First;
            Assert.Equal((GiB, "resizing"), ((long)answer["size"]!, (string?)answer["status"]));
            (await ActAsync("drives", uuid, "resize", NewDrive(size: 3 * GiB))).Refused(403, "permission");
            Wait(3);
            Assert.Equal("mounted", await StatusAsync("drives", uuid));
        }

        [Fact]
        public async Task The_resize_action_fails_on_a_running_server()
        {
            var uuid = await DriveAsync();
            await RunningServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(uuid)))));
            (await ActAsync("drives", uuid, "resize", NewDrive(size: 2 * GiB))).Refused(403, "permission");
        }
    }

    public sealed class Clones : EmulatorTest
    {
        [Fact]
        public async Task A_clone_runs_through_its_states_with_a_job_that_grows()
        {
            var source = await DriveAsync(With(NewDrive(), ("meta", new JsonObject { ["k"] = "v" })));
            var answer = (await ActAsync("drives", source, "clone")).Is(202);
            var copy = answer.Uuid;
            var job = (string)Assert.Single(answer.First["jobs"]!.AsArray())!["uuid"]!;
            Assert.Equal(("cloning_dst", "v"), ((string?)answer.First["status"], (string?)answer.First["meta"]!["k"]));
            Assert.Equal("cloning_src", await StatusAsync("drives", source));
            Assert.Equal(job, (string?)(await GetAsync($"drives/{source}/")).Json["jobs"]![0]!["uuid"]);

            foreach (var progress in (int[])[0, 25, 50, 75])
            {
                var running = (await GetAsync($"jobs/{job}/")).Json;
                Assert.Equal((progress, "started"), ((int)running["data"]!["progress"]!, (string?)running["state"]));
                Wait(2.5);
            }

            var done = (await GetAsync($"jobs/{job}/")).Json;
            Assert.Equal((100, "success", "drive_clone"), ((int)done["data"]!["progress"]!, (string?)done["state"], (string?)done["operation"]));
            Assert.Equal([$"/api/2.0/drives/{source}/", $"/api/2.0/drives/{copy}/"], done["resources"]!.AsArray().Select(static entry => (string)entry!));
            Assert.Equal("unmounted", await StatusAsync("drives", copy));
            Assert.Equal("unmounted", await StatusAsync("drives", source));
        }

        [Fact]
        public async Task A_clone_takes_name_media_size_storage_and_affinities()
        {
            var source = await DriveAsync();
            var body = new JsonObject { ["name"] = "n", ["media"] = "cdrom", ["size"] = 1207959631L, ["storage_type"] = "zadara", ["affinities"] = new JsonArray("ssd") };
            var copy = (await ActAsync("drives", source, "clone", body, "&avoid=" + source)).Is(202).First;
            Assert.Equal(
                ("n", "cdrom", 1207975936L, "zadara", "zadara", """["ssd"]"""),
                ((string?)copy["name"], (string?)copy["media"], (long)copy["size"]!, (string?)copy["storage_type"],
                    (string?)copy["runtime"]!["storage_type"], copy["affinities"]!.ToJsonString()));
        }

        [Fact]
        public async Task A_source_with_two_copies_stays_busy_until_both_are_done()
        {
            var source = await DriveAsync();
            await ActAsync("drives", source, "clone");
            Wait(5);
            await ActAsync("drives", source, "clone");
            Wait(5);
            Assert.Equal("cloning_src", await StatusAsync("drives", source));
            (await DeleteAsync($"drives/{source}/")).Refused(403, "permission");
            Wait(5);
            Assert.Equal("unmounted", await StatusAsync("drives", source));
        }

        [Fact]
        public async Task A_copy_cannot_be_smaller_and_a_young_drive_cannot_be_copied()
        {
            var source = await DriveAsync(NewDrive(size: 2 * GiB));
            (await ActAsync("drives", source, "clone", new JsonObject { ["size"] = GiB })).Refused(400, "validation", "size");
            var young = (await PostAsync("drives/", NewDrive())).Uuid;
            (await ActAsync("drives", young, "clone")).Refused(403, "permission");
            Assert.Equal(2, (await GetAsync("drives/")).Objects.Count);
        }

        [Theory]
        [InlineData("NONE", "x", "x")]
        [InlineData("COUNTER", "x", "x_1")]
        [InlineData("COUNTER", "x_9", "x_10")]
        [InlineData("DATE", "x", "x-2026-01-02")]
        [InlineData("DATE", "x-2025-12-31", "x-2026-01-02")]
        [InlineData("DATE", "x-2026-01-02", "x-2026-01-02_1")]
        [InlineData("DATE", "x-2026-01-02_1", "x-2026-01-02_2")]
        [InlineData("TIMESTAMP", "x", "x-2026-01-02 03:04:07")]
        [InlineData("TIMESTAMP", "x-2020-01-01 00:00:00", "x-2026-01-02 03:04:07")]
        [InlineData("TIMESTAMP", "x-2026-01-02 03:04:07", "x-2026-01-02 03:04:07_1")]
        public async Task Copies_without_a_name_are_named_by_the_profile(string strategy, string name, string expected)
        {
            (await PutAsync("profile/", new JsonObject { ["clone_naming"] = strategy })).Is(200);
            var source = await DriveAsync(NewDrive(name));
            Assert.Equal(expected, (string?)(await ActAsync("drives", source, "clone")).First["name"]);
        }
    }

    public sealed class Library : EmulatorTest
    {
        [Fact]
        public async Task A_library_drive_answers_as_a_drive_without_owner_but_is_in_no_list()
        {
            var image = (await GetAsync("libdrives/?limit=1")).First;
            var drive = (await GetAsync($"drives/{image["uuid"]}/")).Is(200).Json;
            Assert.Null(drive["owner"]);
            Assert.Equal($"/api/2.0/drives/{image["uuid"]}/", (string?)drive["resource_uri"]);
            Assert.NotNull(drive["runtime"]!["storage_type"]);
            Assert.Empty((await GetAsync("drives/detail/")).Objects);
            (await PutAsync($"drives/{image["uuid"]}/", NewDrive())).Refused(403, "permission");
            (await DeleteAsync($"drives/{image["uuid"]}/")).Refused(403, "permission");
        }

        [Theory]
        [InlineData("libdrives")]
        [InlineData("drives")]
        public async Task A_clone_of_an_image_is_an_own_drive_with_its_facts_and_licences(string resource)
        {
            var image = (await GetAsync("libdrives/?os=windows&name__icontains=server")).First;
            var copy = (await ActAsync(resource, (string)image["uuid"]!, "clone")).Is(202).First;
            Assert.NotNull(copy["owner"]);
            Assert.Equal("windows", (string?)copy["meta"]!["os"]);
            Assert.Equal(image["licenses"]!.ToJsonString(), copy["licenses"]!.ToJsonString());
            Wait(10);
            Assert.Equal("unmounted", await StatusAsync("drives", (string)copy["uuid"]!));
        }

        [Fact]
        public async Task A_disk_of_the_library_cannot_be_attached_and_a_cdrom_can()
        {
            var images = (await GetAsync("libdrives/?limit=0")).Objects;
            var disk = (string)images.First(static image => (string?)image!["media"] == "disk")!["uuid"]!;
            var cdrom = (string)images.First(static image => (string?)image!["media"] == "cdrom")!["uuid"]!;
            (await PostAsync("servers/", With(NewServer(), ("drives", new JsonArray(Attachment(disk)))))).Refused(403, "permission", "drives.drive");
            await RunningServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(cdrom)))));
        }
    }
}
