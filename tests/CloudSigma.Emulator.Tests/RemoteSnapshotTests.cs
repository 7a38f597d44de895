// Remote snapshots: their way to another location, the pause between them, and life after the drive.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public sealed class RemoteSnapshotTests : StorageTest
{
    [Fact]
    public async Task It_is_made_then_transferred_then_available()
    {
        var drive = await DriveAsync(NewDrive("data", 50 * GiB));
        var made = (await PostAsync("remotesnapshots/", NewRemote(drive))).Is(201).First;
        var uuid = (string)made["uuid"]!;
        Assert.Equal(("creating", 0L, "ZRH"), ((string?)made["status"], (long)made["allocated_size"]!, (string?)made["location"]));
        Assert.Equal($$"""{"media":"disk","name":"data","size":53687091200,"src_uuid":"{{drive}}","storage_type":"dssd"}""", made["drive_meta"]!.ToJsonString());
        Assert.Equal((string?)made["timestamp"], (string?)made["last_state_change"]);
        Wait(2);
        Assert.Equal("transferring", await StatusAsync("remotesnapshots", uuid));
        Wait(9.999);
        Assert.Equal("transferring", await StatusAsync("remotesnapshots", uuid));
        Wait(0.001);
        var done = (await GetAsync($"remotesnapshots/{uuid}/")).Json;
        Assert.Equal(("available", "2026-01-02 03:04:07+00:00", "2026-01-02 03:04:19+00:00", GiB), ((string?)done["status"], (string?)done["timestamp"], (string?)done["last_state_change"], (long)done["allocated_size"]!));
    }

    [Theory]
    [InlineData("TBC")]
    [InlineData("zrh")]
    [InlineData(null)]
    public async Task The_location_has_to_be_one_of_the_capabilities(string? location) =>
        (await PostAsync("remotesnapshots/", With(NewRemote(await DriveAsync()), ("location", location)))).Refused(400, "validation", "location");

    [Fact]
    public async Task One_in_thirty_minutes_whatever_happens_to_the_last()
    {
        var drive = await DriveAsync();
        var uuid = await RemoteAsync(drive);
        (await DeleteAsync($"remotesnapshots/{uuid}/")).Is(204);
        Wait(1800 - 12 - 0.001);
        (await PostAsync("remotesnapshots/", NewRemote(drive))).Refused(403, "permission", null, "Only one remote snapshot of a drive can be made in 30 minutes");
        await RemoteAsync(await DriveAsync());
        Wait(0.001);
        (await PostAsync("remotesnapshots/", NewRemote(drive))).Is(201);
    }

    [Fact]
    public async Task None_while_another_one_is_on_its_way()
    {
        var drive = await DriveAsync();
        var first = (await PostAsync("remotesnapshots/", NewRemote(drive))).Uuid;
        (await PostAsync("remotesnapshots/", NewRemote(drive))).Refused(403, "permission", null, $"Another remote snapshot of the drive, {first}, is in state \"creating\"");
        Wait(2);
        (await PostAsync("remotesnapshots/", NewRemote(drive))).Refused(403, "permission", null, $"Another remote snapshot of the drive, {first}, is in state \"transferring\"");
        Assert.Single((await GetAsync($"remotesnapshots/?drive={drive}")).Objects);
    }

    [Theory]
    [InlineData(1, "creating")]
    [InlineData(3, "transferring")]
    public async Task Nothing_can_be_done_with_it_on_its_way(double seconds, string state)
    {
        var drive = await DriveAsync();
        var uuid = (await PostAsync("remotesnapshots/", NewRemote(drive))).Uuid;
        Wait(seconds);
        (await PutAsync($"remotesnapshots/{uuid}/", NewRemote(drive))).Refused(403, "permission", null, Message("edit"));
        (await ActAsync("remotesnapshots", uuid, "clone")).Refused(403, "permission", null, Message("clone"));
        (await DeleteAsync($"remotesnapshots/{uuid}/")).Refused(403, "permission", null, Message("delete"));
        (await DeleteAsync("remotesnapshots/", new JsonObject { ["uuid"] = uuid })).Refused(403, "permission", null, Message("delete"));

        string Message(string verb) => $"Cannot {verb} snapshot in state \"{state}\". Snapshot should be in state \"available\"";
    }

    [Fact]
    public async Task It_outlives_the_drive_and_gives_it_back()
    {
        var drive = await DriveAsync(With(NewDrive("data", 3 * GiB), ("storage_type", "zadara")));
        var uuid = await RemoteAsync(drive);
        Assert.Equal(uuid, (string?)Assert.Single((await GetAsync($"drives/{drive}/")).Json["remote_snapshots"]!.AsArray())!["uuid"]);
        (await DeleteAsync($"drives/{drive}/")).Is(204);
        var left = (await GetAsync($"remotesnapshots/{uuid}/")).Is(200).Json;
        Assert.Equal(drive, (string?)left["drive"]!["uuid"]);
        var clone = (await ActAsync("remotesnapshots", uuid, "clone")).Is(202).Json;
        Assert.Equal(("backup", 3 * GiB, "zadara", "cloning_dst"), ((string?)clone["name"], (long)clone["size"]!, (string?)clone["storage_type"], (string?)clone["status"]));
        Assert.Equal((string?)clone["uuid"], (string?)clone["resource_uri"]!["uuid"]);
        (await DeleteAsync($"remotesnapshots/{uuid}/")).Refused(403, "permission");
        Wait(10);
        Assert.Equal("unmounted", await StatusAsync("drives", (string)clone["uuid"]!));
        (await DeleteAsync($"remotesnapshots/{uuid}/")).Is(204);
    }

    [Fact]
    public async Task A_put_keeps_drive_and_location()
    {
        var drive = await DriveAsync();
        var uuid = await RemoteAsync(drive);
        var answer = (await PutAsync($"remotesnapshots/{uuid}/", With(NewRemote(drive), ("location", "GVA"), ("name", "edited"), ("meta", new JsonObject { ["k"] = "v" })))).Is(200).Json;
        Assert.Equal(("ZRH", "edited", "v"), ((string?)answer["location"], (string?)answer["name"], (string?)answer["meta"]!["k"]));
    }

    [Fact]
    public async Task A_drive_that_is_made_and_one_of_the_library_are_refused()
    {
        (await PostAsync("remotesnapshots/", NewRemote((await PostAsync("drives/", NewDrive())).Uuid))).Refused(403, "permission");
        (await PostAsync("remotesnapshots/", NewRemote((string)(await GetAsync("libdrives/?limit=1")).First["uuid"]!))).Refused(403, "permission", "drive");
    }
}
