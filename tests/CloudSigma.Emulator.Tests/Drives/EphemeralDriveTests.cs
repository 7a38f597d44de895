// Ephemeral drives: states, runtime, and what they cannot do.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Drives;

public sealed class EphemeralDriveTests : EmulatorTest
{
    [Fact]
    public async Task Capabilities_offer_them_with_limits_of_their_own()
    {
        var limits = (await GetAsync("capabilities/")).Json["drives"]!["local_nvme"]!;
        var most = (long)limits["size"]!["max"]!;
        (await PostAsync("drives/", New(most))).Is(201);
        (await PostAsync("drives/", New(most + 1))).Refused(400, "validation", "size");
        (await PostAsync("drives/", New((long)limits["size"]!["min"]! - 1))).Refused(400, "validation", "size");
        (await PostAsync("drives/", With(New(), ("iops", (long)limits["iops"]!["max"]! + 1)))).Refused(400, "validation", "iops");
    }

    [Fact]
    public async Task A_new_one_is_staged_before_it_can_be_used()
    {
        var uuid = (await PostAsync("drives/", New())).Is(201).Uuid;
        Assert.Equal("creating", await StatusAsync("drives", uuid));
        Wait(2);
        Assert.Equal("staging", await StatusAsync("drives", uuid));
        Wait(1);
        Assert.Equal("unmounted", await StatusAsync("drives", uuid));
    }

    [Fact]
    public async Task Runtime_says_what_it_is_from_the_start()
    {
        var answer = await PostAsync("drives/", New());
        Check(answer.First);
        Wait(3);
        Check((await GetAsync($"drives/{answer.Uuid}/")).Object);

        static void Check(JsonObject drive)
        {
            var runtime = drive["runtime"]!;
            Assert.Equal(
                (true, false, false, "local_nvme"),
                ((bool)runtime["is_ephemeral"]!, (bool)runtime["is_downloadable"]!, (bool)runtime["is_snapshotable"]!, (string?)runtime["storage_type"]));
        }
    }

    [Fact]
    public async Task It_cannot_be_cloned_and_no_copy_can_be_one()
    {
        var own = await LocalAsync();
        (await ActAsync("drives", own, "clone")).Refused(403, "permission", message: "Cannot clone an ephemeral drive");
        var other = await DriveAsync();
        (await ActAsync("drives", other, "clone", new JsonObject { ["storage_type"] = "local_nvme" })).Refused(400, "validation", "storage_type");
        Assert.Equal("unmounted", await StatusAsync("drives", other));
    }

    [Fact]
    public async Task A_resize_is_done_at_once_in_all_three_states()
    {
        var uuid = (await PostAsync("drives/", New())).Uuid;
        (await ActAsync("drives", uuid, "resize", New(2 * GiB))).Refused(403, "permission");
        Wait(2);
        await ResizeAsync(uuid, 2, "staging");
        Wait(1);
        await ResizeAsync(uuid, 3, "unmounted");
        await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(uuid)))));
        await ResizeAsync(uuid, 4, "mounted");
        var put = (await PutAsync($"drives/{uuid}/", New(5 * GiB))).Is(200).Json;
        Assert.Equal((5 * GiB, "mounted"), ((long)put["size"]!, (string?)put["status"]));
        (await ActAsync("drives", uuid, "resize", New(4 * GiB))).Refused(400, "validation", "size");
    }

    [Fact]
    public async Task On_a_running_server_it_keeps_its_size()
    {
        var uuid = await LocalAsync();
        await RunningServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(uuid)))));
        (await ActAsync("drives", uuid, "resize", New(2 * GiB))).Refused(403, "permission");
        Assert.Equal(GiB, (long)(await PutAsync($"drives/{uuid}/", New(2 * GiB))).Is(200).Json["size"]!);
    }

    [Fact]
    public async Task It_can_be_deleted_before_it_was_ever_used()
    {
        var uuid = (await PostAsync("drives/", New())).Uuid;
        Wait(2);
        (await DeleteAsync($"drives/{uuid}/")).Is(204);
        Wait(10);
        Assert.Empty((await GetAsync("drives/")).Objects);
    }

    [Fact]
    public async Task A_seeded_one_is_ready_at_once()
    {
        (await PostAsync("/_emulator/seed", new JsonObject { ["drives"] = new JsonArray(New()) })).Is(200);
        Assert.Equal("unmounted", (string?)(await GetAsync("drives/")).First["status"]);
    }

    private static JsonObject New(long size = GiB) => With(NewDrive(size: size), ("storage_type", "local_nvme"));

    private async Task<string> LocalAsync()
    {
        var uuid = await DriveAsync(New());
        Wait(1);
        return uuid;
    }

    private async Task ResizeAsync(string uuid, int gigabytes, string status)
    {
        var answer = (await ActAsync("drives", uuid, "resize", New(gigabytes * GiB))).Is(202).First;
        Assert.Equal((gigabytes * GiB, status), ((long)answer["size"]!, (string?)answer["status"]));
        Assert.True(JsonNode.DeepEquals(answer, (await GetAsync($"drives/{uuid}/")).Json));
    }
}
