// Local snapshots: names, states, sizes, limits, what refuses them, and clones.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Resources.Snapshots;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public static class SnapshotTests
{
    public sealed class Life : StorageTest
    {
        [Fact]
        public async Task A_snapshot_without_a_name_is_named_after_drive_and_moment()
        {
            var drive = await DriveAsync();
            var snapshot = (await PostAsync("snapshots/", new JsonObject { ["drive"] = drive })).Is(201).First;
            Assert.Equal($"{drive}__2026-01-02__03_04_07", (string?)snapshot["name"]);
            Assert.Equal(("creating", "2026-01-02 03:04:07+00:00"), ((string?)snapshot["status"], (string?)snapshot["timestamp"]));
            Assert.Null(snapshot["allocated_size"]);
            Assert.Equal($"/api/2.0/drives/{drive}/", (string?)snapshot["drive"]!["resource_uri"]);
        }

        [Fact]
        public async Task It_is_available_when_its_time_has_come_and_grows_until_the_next_one()
        {
            var drive = await DriveAsync(NewDrive(size: 100 * GiB));
            var first = await SnapshotAsync(drive);
            Assert.Equal("available", await StatusAsync("snapshots", first));
            Wait(86400 - 2);
            Assert.Equal(GiB, await SizeAsync(first));
            var second = await SnapshotAsync(drive);
            Wait(86400 - 2);
            Assert.Equal((GiB, GiB), (await SizeAsync(first), await SizeAsync(second)));
            var shown = (await GetAsync($"drives/{drive}/")).Json;
            Assert.Equal(2 * GiB, (long)shown["runtime"]!["snapshots_allocated_size"]!);
            Assert.Equal([first, second], shown["snapshots"]!.AsArray().Select(static entry => (string)entry!["uuid"]!));
            await DeleteAsync($"snapshots/{second}/");
            Assert.Equal(2 * GiB, await SizeAsync(first));
        }

        [Fact]
        public async Task A_put_changes_name_meta_and_tags_and_nothing_else()
        {
            var drive = await DriveAsync();
            var other = await DriveAsync();
            var uuid = await SnapshotAsync(drive);
            (await PutAsync($"snapshots/{uuid}/", new JsonObject { ["name"] = "x" })).Refused(400, "validation", "drive");
            (await PutAsync($"snapshots/{uuid}/", new JsonObject { ["name"] = "x", ["drive"] = null })).Refused(400, "validation", "drive");
            var tag = await TagAsync();
            var body = new JsonObject
            {
                ["drive"] = other,
                ["name"] = "new",
                ["meta"] = new JsonObject { ["k"] = "v" },
                ["tags"] = new JsonArray(tag),
                ["status"] = "gone",
            };
            var answer = (await PutAsync($"snapshots/{uuid}/", body)).Is(200).Json;
            Assert.Equal(("new", "v", tag, drive, "available"), ((string?)answer["name"], (string?)answer["meta"]!["k"], (string?)answer["tags"]![0]!["uuid"], (string?)answer["drive"]!["uuid"], (string?)answer["status"]));
            Assert.Contains(Cloud.Requests[^1].Warnings, static warning => warning.Contains("\"drive\"", StringComparison.Ordinal));
            await PutAsync($"snapshots/{uuid}/", new JsonObject { ["drive"] = drive, ["name"] = "newer" });
            Assert.Empty(Cloud.Requests[^1].Warnings);
        }

        [Fact]
        public async Task Lists_are_filtered_by_drive_and_bulk_calls_take_many()
        {
            var (left, right) = (await DriveAsync(), await DriveAsync());
            var bodies = new JsonArray(new[] { left, right, left }.Select(static drive => (JsonNode)new JsonObject { ["drive"] = drive, ["name"] = "s" }).ToArray());
            var made = (await PostAsync("snapshots/", new JsonObject { ["objects"] = bodies })).Is(201).Objects;
            Assert.Equal([left, right, left], made.Select(static entry => (string)entry!["drive"]!["uuid"]!));
            Assert.Equal(2, (await GetAsync($"snapshots/?drive={left}")).Objects.Count);
            Assert.Single((await GetAsync($"snapshots/detail/?drive={right}&limit=0")).Objects);
            (await DeleteAsync("snapshots/", new JsonObject { ["objects"] = new JsonArray(made.Take(2).Select(static entry => (JsonNode)new JsonObject { ["uuid"] = (string)entry!["uuid"]! }).ToArray()) })).Is(204);
            Assert.Equal((string)made[2]!["uuid"]!, Assert.Single((await GetAsync("snapshots/")).Objects)!["uuid"]!.GetValue<string>());
        }

        [Fact]
        public async Task The_snapshots_of_a_drive_go_with_it()
        {
            var (gone, stays) = (await DriveAsync(), await DriveAsync());
            var lost = await SnapshotAsync(gone);
            var kept = await SnapshotAsync(stays);
            (await DeleteAsync($"drives/{gone}/")).Is(204);
            (await GetAsync($"snapshots/{lost}/")).Refused(404, "notexist");
            (await GetAsync($"snapshots/{kept}/")).Is(200);
        }

        [Fact]
        public async Task Capabilities_count_what_the_caller_has()
        {
            var drive = await DriveAsync();
            await SnapshotAsync(drive);
            await SnapshotAsync(drive);
            await RemoteAsync(drive);
            var capabilities = (await GetAsync("capabilities/")).Json;
            Assert.Equal((2, 1), ((int)capabilities["snapshots"]!["current"]!, (int)capabilities["remote_snapshots"]!["current"]!));
            using var nobody = NewClient(Cloud, account: null);
            capabilities = (await SendAsync(nobody, "GET", "capabilities/")).Is(200).Json;
            Assert.Equal((0, 700, 90), ((int)capabilities["snapshots"]!["current"]!, (int)capabilities["snapshots"]!["max"]!, (int)capabilities["snapshots"]!["max_per_drive"]!));
        }

        private async Task<long> SizeAsync(string uuid) => (long)(await GetAsync($"snapshots/{uuid}/")).Json["allocated_size"]!;
    }

    public sealed class Refusals : StorageTest
    {
        [Theory]
        [InlineData("creating")]
        [InlineData("resizing")]
        [InlineData("cloning_src")]
        [InlineData("cloning_dst")]
        public async Task A_drive_that_is_not_at_rest_cannot_have_a_snapshot(string state)
        {
            var drive = state == "creating" ? (await PostAsync("drives/", NewDrive())).Uuid : await DriveAsync();
            if (state == "resizing") await ActAsync("drives", drive, "resize", NewDrive(size: 2 * GiB));
            if (state.StartsWith("cloning", StringComparison.Ordinal))
            {
                var copy = (await ActAsync("drives", drive, "clone")).Uuid;
                if (state == "cloning_dst") drive = copy;
            }

            var message = $"Cannot snapshot drive in state \"{state}\". Drive should be in state \"['unmounted', 'mounted']\"";
            (await PostAsync("snapshots/", new JsonObject { ["drive"] = drive })).Refused(403, "permission", null, message);
            Assert.Empty((await GetAsync("snapshots/")).Objects);
            Assert.Empty((await GetAsync($"drives/{drive}/")).Json["snapshots"]!.AsArray());
        }

        [Theory]
        [InlineData("uploading", "dssd", false)]
        [InlineData("unavailable", "dssd", false)]
        [InlineData("unmounted", "local_nvme", false)]
        [InlineData("mounted", "local_nvme", false)]
        [InlineData("mounted", "zadara", true)]
        [InlineData("unmounted", "dssd", true)]
        public void Only_drives_at_rest_on_lasting_storage_can_have_one(string status, string storage, bool allowed) =>
            Assert.Equal(allowed, SnapshotRules.Refusal(status, storage) is null);

        [Fact]
        public async Task A_drive_of_the_library_and_one_that_is_not_there_are_refused()
        {
            var image = (string)(await GetAsync("libdrives/?limit=1")).First["uuid"]!;
            (await PostAsync("snapshots/", new JsonObject { ["drive"] = image })).Refused(403, "permission", "drive");
            (await PostAsync("snapshots/", new JsonObject { ["drive"] = Guid.NewGuid().ToString() })).Refused(400, "validation", "drive");
            (await PostAsync("snapshots/", new JsonObject { ["name"] = "x" })).Refused(400, "validation", "drive");
        }

        [Fact]
        public async Task A_drive_has_at_most_90_and_an_account_at_most_700()
        {
            var drives = (await PostAsync("drives/", Objects(8, static _ => NewDrive()))).Is(201).Objects.Select(static drive => (string)drive!["uuid"]!).ToArray();
            Wait(2);
            foreach (var drive in drives.Take(7)) (await PostAsync("snapshots/", Objects(90, _ => new() { ["drive"] = drive }))).Is(201);
            (await PostAsync("snapshots/", new JsonObject { ["drive"] = drives[0] })).Refused(403, "permission", null, "The drive has 90 snapshots, more are not allowed");
            (await PostAsync("snapshots/", Objects(71, _ => new() { ["drive"] = drives[7] }))).Refused(403, "permission", null, "The account has 700 snapshots, more are not allowed");
            (await PostAsync("snapshots/", Objects(70, _ => new() { ["drive"] = drives[7] }))).Is(201);
        }

        private static JsonObject Objects(int count, Func<int, JsonObject> make) =>
            new() { ["objects"] = new JsonArray(Enumerable.Range(0, count).Select(index => (JsonNode)make(index)).ToArray()) };
    }

    public sealed class Clones : StorageTest
    {
        [Fact]
        public async Task A_clone_is_a_drive_as_it_was_with_the_name_of_the_snapshot()
        {
            await PutAsync("profile/", new JsonObject { ["clone_naming"] = "COUNTER" });
            var drive = await DriveAsync(With(NewDrive(), ("storage_type", "nvme"), ("meta", new JsonObject { ["k"] = "v" })));
            var snapshot = await SnapshotAsync(drive, "before");
            await ActAsync("drives", drive, "resize", NewDrive(size: 2 * GiB));
            Wait(3);
            var clone = (await ActAsync("snapshots", snapshot, "clone", [], $"&avoid={drive}")).Is(202).Json;
            var uuid = (string)clone["uuid"]!;
            Assert.Equal($$"""{"resource_uri":"/api/2.0/drives/{{uuid}}/","uuid":"{{uuid}}"}""", clone["resource_uri"]!.ToJsonString());
            Assert.Equal(("before", GiB, "nvme", "v", "cloning_dst"), ((string?)clone["name"], (long)clone["size"]!, (string?)clone["storage_type"], (string?)clone["meta"]!["k"], (string?)clone["status"]));
            var job = (await GetAsync($"jobs/{clone["jobs"]![0]!["uuid"]}/")).Json;
            Assert.Equal(("drive_clone", "started"), ((string?)job["operation"], (string?)job["state"]));
            Wait(30);
            var done = (await GetAsync($"drives/{uuid}/")).Json;
            Assert.Equal(("unmounted", $"/api/2.0/drives/{uuid}/"), ((string?)done["status"], (string?)done["resource_uri"]));
        }

        [Fact]
        public async Task A_clone_that_fails_sets_its_snapshot_free()
        {
            var snapshot = await SnapshotAsync(await DriveAsync());
            var clone = (await ActAsync("snapshots", snapshot, "clone")).Is(202).Json;
            (await DeleteAsync($"snapshots/{snapshot}/")).Refused(403, "permission");
            Cloud.FailJob(Guid.Parse((string)clone["jobs"]![0]!["uuid"]!));
            Assert.Equal("unavailable", (string?)(await GetAsync($"drives/{clone["uuid"]}/")).Json["status"]);
            (await DeleteAsync($"snapshots/{snapshot}/")).Is(204);
        }

        [Fact]
        public async Task A_clone_takes_name_media_and_affinities_from_the_request()
        {
            var snapshot = await SnapshotAsync(await DriveAsync());
            var clone = (await ActAsync("snapshots", snapshot, "clone", new() { ["name"] = "copy", ["media"] = "cdrom", ["affinities"] = new JsonArray("ssd") })).Is(202).Json;
            Assert.Equal(("copy", "cdrom", "ssd"), ((string?)clone["name"], (string?)clone["media"], (string?)clone["affinities"]![0]));
        }

        [Fact]
        public async Task A_snapshot_that_is_cloned_stays_and_so_does_its_drive()
        {
            var drive = await DriveAsync();
            var snapshot = await SnapshotAsync(drive);
            await ActAsync("snapshots", snapshot, "clone");
            (await DeleteAsync($"snapshots/{snapshot}/")).Refused(403, "permission");
            (await DeleteAsync($"drives/{drive}/")).Refused(403, "permission");
            Wait(10);
            (await DeleteAsync($"snapshots/{snapshot}/")).Is(204);
        }

        [Fact]
        public async Task A_snapshot_that_is_being_made_cannot_be_cloned()
        {
            var snapshot = (await PostAsync("snapshots/", new JsonObject { ["drive"] = await DriveAsync() })).Uuid;
            (await ActAsync("snapshots", snapshot, "clone")).Refused(403, "permission", null, "Cannot clone snapshot in state \"creating\". Snapshot should be in state \"available\"");
        }
    }
}
