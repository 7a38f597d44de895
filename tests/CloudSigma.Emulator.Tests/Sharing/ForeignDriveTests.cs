// Drives of one account on servers of another.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Sharing;

public sealed class ForeignDriveTests : SharingTest
{
    private Task<Answer> AttachAsync(string drive) =>
        FriendAsync("POST", "servers/", With(NewServer("friend's"), ("drives", new JsonArray(Attachment(drive)))));

    [Fact]
    public async Task Attaching_needs_attach()
    {
        var drive = await DriveAsync();
        (await AttachAsync(drive)).Refused(400, "validation", "drives.drive");
        var acl = await ShareAsync(drive, "LIST", "EDIT", "CLONE");
        (await AttachAsync(drive)).Refused(403, "permission", "drives.drive", $"The permission ATTACH is needed on drives {drive} by the owner of the server");
        await PutAsync($"acls/{acl}/", new JsonObject { ["rules"] = Rules("LIST", "ATTACH") });
        var server = (await AttachAsync(drive)).Is(201).Uuid;
        Assert.Equal("mounted", await StatusAsync("drives", drive));
        Assert.Equal(server, (string?)Assert.Single((await GetAsync($"drives/{drive}/")).Json["mounted_on"]!.AsArray())!["uuid"]);
        (await GetAsync($"servers/{server}/")).Refused(404, "notexist");
    }

    [Fact]
    public async Task A_drive_on_a_running_server_of_a_grantee_is_in_use()
    {
        var drive = await DriveAsync();
        await ShareAsync(drive, "LIST", "ATTACH");
        var server = (await AttachAsync(drive)).Is(201).Uuid;
        (await FriendAsync("POST", $"servers/{server}/action/?do=start", new JsonObject())).Is(202);
        Wait(4);
        (await DeleteAsync($"drives/{drive}/")).Refused(403, "permission");
        (await ActAsync("drives", drive, "resize", NewDrive(size: 2 * GiB))).Refused(403, "permission");
        (await PostAsync("servers/", With(NewServer(), ("drives", new JsonArray(Attachment(drive)))))).Refused(403, "permission", "drives.drive");
        (await FriendAsync("POST", $"servers/{server}/action/?do=stop", new JsonObject())).Is(202);
        Wait(3);
        (await DeleteAsync($"drives/{drive}/")).Is(204);
        Assert.Empty((await FriendAsync("GET", $"servers/{server}/")).Json["drives"]!.AsArray());
    }

    [Fact]
    public async Task A_server_whose_drive_is_not_shared_any_more_does_not_start()
    {
        var drive = await DriveAsync();
        var acl = await ShareAsync(drive, "ATTACH");
        var server = (await AttachAsync(drive)).Is(201).Uuid;
        await PutAsync($"acls/{acl}/", new JsonObject { ["rules"] = Rules("LIST") });
        (await FriendAsync("POST", $"servers/{server}/action/?do=start", new JsonObject())).Refused(403, "permission", "drives.drive");
        await DeleteAsync($"acls/{acl}/");
        (await FriendAsync("POST", $"servers/{server}/action/?do=start", new JsonObject())).Refused(403, "permission", "drives.drive");
        Assert.Equal("stopped", (string?)(await FriendAsync("GET", $"servers/{server}/")).Json["status"]);
    }

    [Fact]
    public async Task Who_may_edit_a_server_still_needs_its_owner_to_be_allowed_to_attach()
    {
        var server = await ServerAsync();
        await ShareAsync(server, "LIST", "EDIT");
        var drive = await FriendsDriveAsync();
        var wanted = With(NewServer(), ("drives", new JsonArray(Attachment(drive))));
        (await FriendAsync("PUT", $"servers/{server}/", wanted)).Refused(400, "validation", "drives.drive");

        var tag = (await FriendAsync("POST", "tags/", new JsonObject { ["name"] = "t", ["resources"] = new JsonArray(drive) })).Is(201).Uuid;
        var acl = (await FriendAsync("POST", "acls/", NewAcl(tag, Cloud.Accounts[0], "LIST"))).Is(201).Uuid;
        (await FriendAsync("PUT", $"servers/{server}/", wanted)).Refused(403, "permission", "drives.drive");
        (await FriendAsync("PUT", $"acls/{acl}/", new JsonObject { ["rules"] = Rules("ATTACH") })).Is(200);
        (await FriendAsync("PUT", $"servers/{server}/", wanted)).Is(200);
        Assert.Equal("mounted", (string?)(await FriendAsync("GET", $"drives/{drive}/")).Json["status"]);

        var own = await DriveAsync();
        (await FriendAsync("PUT", $"servers/{server}/", With(NewServer(), ("drives", new JsonArray(Attachment(own)))))).Is(200);
        Assert.Equal("unmounted", (string?)(await FriendAsync("GET", $"drives/{drive}/")).Json["status"]);
    }

    [Fact]
    public async Task A_recursive_delete_leaves_drives_of_others_alone()
    {
        var drive = await DriveAsync();
        await ShareAsync(drive, "ATTACH");
        var server = (await AttachAsync(drive)).Is(201).Uuid;
        (await FriendAsync("DELETE", $"servers/{server}/?recurse=all_drives")).Is(204);
        Assert.Equal("unmounted", await StatusAsync("drives", drive));
    }

    [Fact]
    public async Task A_grantee_sees_only_the_servers_that_are_shared_too()
    {
        var drive = await DriveAsync(With(NewDrive(), ("allow_multimount", true)));
        string hidden = await ServerAsync(WithDrive("hidden")), shown = await ServerAsync(WithDrive("shown"));
        await ShareAsync([drive, shown], "LIST");
        Assert.Equal(2, (await GetAsync($"drives/{drive}/")).Json["mounted_on"]!.AsArray().Count);
        var seen = (await FriendAsync("GET", $"drives/{drive}/")).Json;
        Assert.Equal(shown, (string?)Assert.Single(seen["mounted_on"]!.AsArray())!["uuid"]);
        Assert.Equal("mounted", (string?)seen["status"]);
        Assert.NotEqual(hidden, shown);

        JsonObject WithDrive(string name) => With(NewServer(name), ("drives", new JsonArray(Attachment(drive))));
    }

    [Fact]
    public async Task A_library_image_belongs_to_nobody_and_needs_no_rights()
    {
        var cdrom = (string)(await FriendAsync("GET", "libdrives/?name__icontains=installer")).First["uuid"]!;
        var server = (await AttachAsync(cdrom)).Is(201).Uuid;
        (await FriendAsync("POST", $"servers/{server}/action/?do=start", new JsonObject())).Is(202);
        Assert.Empty((await GetAsync($"drives/{cdrom}/")).Json["mounted_on"]!.AsArray());
        Assert.Single((await FriendAsync("GET", $"drives/{cdrom}/")).Json["mounted_on"]!.AsArray());
    }
}
