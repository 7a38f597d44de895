// What may be done to a drive in which state, and deletions that are refused as a whole.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Drives;

public sealed class DriveStateTests : EmulatorTest
{
    [Fact]
    public async Task A_drive_is_not_deleted_while_something_is_done_to_it()
    {
        var young = (await PostAsync("drives/", NewDrive())).Uuid;
        await RefusedAsync(young, "creating");
        Wait(2);
        await ActAsync("drives", young, "resize", NewDrive(size: 2 * GiB));
        await RefusedAsync(young, "resizing");
        Wait(3);
        var copy = (await ActAsync("drives", young, "clone")).Uuid;
        await RefusedAsync(young, "cloning_src");
        await RefusedAsync(copy, "cloning_dst");
        Wait(10);
        (await DeleteAsync($"drives/{young}/")).Is(204);
        (await DeleteAsync($"drives/{copy}/")).Is(204);
    }

    [Theory]
    [InlineData("resize")]
    [InlineData("clone")]
    public async Task A_drive_that_is_being_resized_takes_no_other_work(string action)
    {
        var drive = await DriveAsync();
        (await PutAsync($"drives/{drive}/", NewDrive(size: 2 * GiB))).Is(200);
        (await ActAsync("drives", drive, action, new JsonObject { ["size"] = 3 * GiB })).Refused(403, "permission");
        (await PutAsync($"drives/{drive}/", NewDrive(size: 3 * GiB))).Refused(403, "permission");
        Wait(3);
        var after = (await GetAsync($"drives/{drive}/")).Json;
        Assert.Equal((2 * GiB, "unmounted"), ((long)after["size"]!, (string?)after["status"]));
    }

    [Fact]
    public async Task A_size_in_a_put_on_a_running_server_is_ignored_without_a_word_and_the_action_fails()
    {
        var drive = await DriveAsync();
        await RunningServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(drive)))));
        var answer = (await PutAsync($"drives/{drive}/", NewDrive(size: 2 * GiB))).Is(200).Json;
        Assert.Equal((GiB, "mounted"), ((long)answer["size"]!, (string?)answer["status"]));
        Wait(10);
        Assert.Equal(GiB, (long)(await GetAsync($"drives/{drive}/")).Json["size"]!);
        (await ActAsync("drives", drive, "resize", NewDrive(size: 2 * GiB))).Refused(403, "permission");
    }

    [Fact]
    public async Task A_bulk_delete_names_the_uuid_that_is_not_there_and_deletes_nothing()
    {
        var (first, second) = (await DriveAsync(NewDrive("first")), await DriveAsync(NewDrive("second")));
        var server = await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(first)))));
        var unknown = Guid.NewGuid().ToString();
        var refusal = (await DeleteAsync("drives/", Uuids(first, unknown, second))).Refused(404, "notexist");
        Assert.Contains(unknown, (string)refusal.Json[0]!["error_message"]!, StringComparison.Ordinal);
        Assert.Equal(["first", "second"], (await GetAsync("drives/?fields=name")).Names);
        Assert.Equal("mounted", await StatusAsync("drives", first));
        Assert.Single((await GetAsync($"servers/{server}/")).Json["drives"]!.AsArray());
    }

    [Fact]
    public async Task A_bulk_delete_with_a_drive_of_a_running_server_deletes_nothing()
    {
        var (free, used) = (await DriveAsync(NewDrive("free")), await DriveAsync(NewDrive("used")));
        await RunningServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(used)))));
        (await DeleteAsync("drives/", Uuids(free, used))).Refused(403, "permission");
        Assert.Equal(["free", "used"], (await GetAsync("drives/?fields=name")).Names);
    }

    [Fact]
    public async Task A_bulk_create_comes_in_order_and_each_drive_becomes_ready()
    {
        var answer = (await PostAsync("drives/", new JsonArray(NewDrive("a"), With(NewDrive("b"), ("storage_type", "nvme"))))).Is(201);
        Assert.Equal(["creating", "creating"], answer.Objects.Select(static drive => (string?)drive!["status"]));
        Wait(2);
        var ready = (await GetAsync("drives/detail/")).Objects;
        Assert.Equal(["a dssd unmounted", "b nvme unmounted"], ready.Select(static drive => $"{drive!["name"]} {drive["storage_type"]} {drive["status"]}"));
    }

    private static JsonObject Uuids(params string[] uuids) =>
        new() { ["objects"] = new JsonArray([.. uuids.Select(static uuid => (JsonNode)new JsonObject { ["uuid"] = uuid })]) };

    private async Task RefusedAsync(string uuid, string status)
    {
        Assert.Equal(status, await StatusAsync("drives", uuid));
        var refusal = (await DeleteAsync($"drives/{uuid}/")).Refused(403, "permission");
        Assert.Contains($"\"{status}\"", (string)refusal.Json[0]!["error_message"]!, StringComparison.Ordinal);
    }
}
