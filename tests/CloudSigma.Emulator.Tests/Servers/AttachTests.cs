// Attaching drives: the states that allow it, the library, and channels.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Servers;

public sealed class AttachTests : ServerTest
{
    [Fact]
    public async Task A_drive_that_is_being_made_cannot_be_attached()
    {
        var drive = (await PostAsync("drives/", NewDrive())).Uuid;
        (await PostAsync("servers/", WithDrives(drive))).Refused(
            403, "permission", "drives.drive", "Cannot attach drive in state \"creating\". Drive should be in state \"['unmounted', 'mounted']\"");
        Wait(2);
        (await PostAsync("servers/", WithDrives(drive))).Is(201);
    }

    [Fact]
    public async Task A_copy_can_be_attached_when_it_is_whole_and_not_when_it_is_lost()
    {
        var source = await DriveAsync();
        var copy = (await ActAsync("drives", source, "clone")).First;
        var server = await ServerAsync();
        (await PutAsync($"servers/{server}/", WithDrives((string)copy["uuid"]!))).Refused(403, "permission", "drives.drive");
        Cloud.FailJob((Guid)copy["jobs"]![0]!["uuid"]!);
        (await PutAsync($"servers/{server}/", WithDrives((string)copy["uuid"]!))).Refused(403, "permission", "drives.drive");
        var other = (await ActAsync("drives", source, "clone")).Uuid;
        Wait(10);
        (await PutAsync($"servers/{server}/", WithDrives(other))).Is(200);
        Assert.Equal("mounted", await StatusAsync("drives", other));
    }

    [Fact]
    public async Task A_drive_that_is_attached_already_may_stay()
    {
        var drive = await DriveAsync();
        var server = await ServerAsync(WithDrives(drive));
        (await ActAsync("drives", drive, "resize", NewDrive(size: 2 * GiB))).Is(202);
        (await PutAsync($"servers/{server}/", WithDrives(drive))).Is(200);
        (await ActAsync("servers", server, "start")).Refused(403, "permission", "drives");
        Wait(3);
        (await ActAsync("servers", server, "start")).Is(202);
    }

    [Fact]
    public async Task An_ephemeral_drive_can_be_attached_while_it_waits_for_its_place()
    {
        var drive = await DriveAsync(With(NewDrive(), ("storage_type", "local_nvme")));
        Assert.Equal("staging", await StatusAsync("drives", drive));
        (await PostAsync("servers/", WithDrives(drive))).Is(201);
    }

    [Fact]
    public async Task Disks_of_the_library_are_refused_and_cdroms_are_shared()
    {
        var images = (await GetAsync("libdrives/?limit=0")).Objects;
        string Image(string media) => (string)images.First(image => (string?)image!["media"] == media)!["uuid"]!;
        (await PostAsync("servers/", WithDrives(Image("disk")))).Refused(403, "permission", "drives.drive");
        for (var i = 0; i < 2; i++) await RunningServerAsync(WithDrives(Image("cdrom")));
    }

    [Fact]
    public async Task One_channel_spelled_in_two_ways_is_one_channel()
    {
        string one = await DriveAsync(), two = await DriveAsync();
        var drives = new JsonArray(Attachment(one, "0:1"), Attachment(two, "00:01"));
        (await PostAsync("servers/", With(NewServer(), ("drives", drives)))).Refused(400, "validation", "drives.dev_channel");
    }

    [Theory]
    [InlineData("ide", "1:1")]
    [InlineData("virtio", "0:5")]
    [InlineData("virtio", "170:3")]
    public async Task The_last_channels_are_there(string device, string channel) =>
        (await PostAsync("servers/", With(NewServer(), ("drives", new JsonArray(Attachment(await DriveAsync(), channel, device)))))).Is(201);

    [Fact]
    public async Task There_are_1024_drives_on_virtio() =>
        (await PostAsync("servers/", With(NewServer(), ("drives", new JsonArray(Attachment(await DriveAsync(), "170:4")))))).Refused(400, "validation", "drives.dev_channel");

    [Fact]
    public async Task Boot_orders_may_be_alike_and_may_be_absent()
    {
        string one = await DriveAsync(), two = await DriveAsync(), three = await DriveAsync();
        var data = Attachment(three, "0:2");
        data.Remove("boot_order");
        var answer = (await PostAsync("servers/", With(NewServer(), ("drives", new JsonArray(Attachment(one), Attachment(two, "0:1"), data))))).Is(201);
        Assert.Equal("1 1 ", string.Join(' ', answer.First["drives"]!.AsArray().Select(static entry => (string?)entry!["boot_order"]?.ToJsonString())));
    }

    [Fact]
    public async Task A_drive_can_be_detached_from_a_stopped_server_only()
    {
        var drive = await DriveAsync();
        var server = await RunningServerAsync(WithDrives(drive));
        (await PutAsync($"servers/{server}/", WithDrives())).Is(200);
        Assert.Equal("mounted", await StatusAsync("drives", drive));
        (await DeleteAsync($"drives/{drive}/")).Refused(403, "permission");
        await ActAsync("servers", server, "stop");
        Wait(3);
        (await PutAsync($"servers/{server}/", WithDrives())).Is(200);
        Assert.Equal("unmounted", await StatusAsync("drives", drive));
    }

    [Fact]
    public async Task A_seed_can_mount_the_drives_that_it_makes()
    {
        string drive = Guid.NewGuid().ToString(), server = Guid.NewGuid().ToString();
        (await PostAsync("/_emulator/seed", new JsonObject
        {
            ["drives"] = new JsonArray(With(NewDrive(), ("uuid", drive))),
            ["servers"] = new JsonArray(With(WithDrives(drive), ("uuid", server))),
        })).Is(200);
        Assert.Equal("mounted", await StatusAsync("drives", drive));
        (await ActAsync("servers", server, "start")).Is(202);
    }

    private static JsonObject WithDrives(params string[] drives) =>
        With(NewServer(), ("drives", new JsonArray([.. drives.Select(static (drive, number) => Attachment(drive, $"0:{number}"))])));
}
