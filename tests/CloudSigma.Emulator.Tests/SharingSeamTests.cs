using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

/// <summary>Where sharing meets the rest: networks, clones, schedulers and the context of guests.</summary>
public sealed class SharingSeamTests : SharingTest
{
    [Fact]
    public async Task A_shared_address_is_used_once_and_its_owner_sees_by_whom()
    {
        var address = (string)(await GetAsync("ips/detail/?limit=0")).Objects.First(static ip => ip!["subscription"] is not null)!["uuid"]!;
        await ShareAsync(address, "LIST", "ATTACH");
        var server = WithNic(address);
        var theirs = (await FriendAsync("POST", "servers/", server)).Is(201).Uuid;

        Assert.Equal(theirs, (string?)(await GetAsync($"ips/{address}/")).Json["server"]?["uuid"]);
        (await PostAsync("servers/", WithNic(address))).Refused(400, "validation", "nics.ip_v4_conf.ip");
    }

    [Fact]
    public async Task The_clone_of_a_foreign_server_has_nothing_of_its_owner()
    {
        var server = (await PostAsync("servers/", NewServer("source"))).Is(201).Uuid;
        await ShareAsync(server, "LIST", "CLONE");

        var clone = (await FriendAsync("POST", $"servers/{server}/action/?do=clone", new JsonObject())).Is(202).Json;

        Assert.Empty(clone["tags"]!.AsArray());
        Assert.Empty(clone["pubkeys"]!.AsArray());
        (await FriendAsync("PUT", $"servers/{clone["uuid"]}/", clone)).Is(200);
    }

    [Fact]
    public async Task The_clone_of_a_foreign_server_needs_the_right_to_its_networks()
    {
        var vlan = (string)(await GetAsync("vlans/")).First["uuid"]!;
        var body = NewServer("source");
        body["nics"] = new JsonArray(new JsonObject { ["vlan"] = vlan });
        var server = (await PostAsync("servers/", body)).Is(201).Uuid;
        await ShareAsync(server, "LIST", "CLONE");

        (await FriendAsync("POST", $"servers/{server}/action/?do=clone", new JsonObject())).Refused(403, "permission", "nics.vlan");
        await ShareAsync(vlan, "LIST", "ATTACH");
        (await FriendAsync("POST", $"servers/{server}/action/?do=clone", new JsonObject())).Is(202);
    }

    [Fact]
    public async Task A_foreign_drive_gets_a_scheduler_of_its_owner_only()
    {
        var drive = await DriveAsync();
        await ShareAsync(drive, "LIST", "EDIT");

        (await FriendAsync("POST", $"drives/{drive}/action/?do=set_scheduler", new JsonObject { ["backup_policy_uuid"] = Guid.NewGuid().ToString() }))
            .Refused(400, "validation", "backup_policy_uuid");
    }

    [Fact]
    public async Task A_drive_made_of_a_snapshot_carries_no_tags()
    {
        var tag = await TagAsync();
        var drive = await DriveAsync(With(NewDrive(), ("tags", new JsonArray(tag))));
        var snapshot = (await PostAsync("snapshots/", new JsonObject { ["drive"] = drive })).Is(201).Uuid;
        Cloud.AdvanceTime(TimeSpan.FromMinutes(1));
        (await DeleteAsync($"tags/{tag}/")).Is(204);

        var copy = (await PostAsync($"snapshots/{snapshot}/action/?do=clone", new JsonObject())).Is(202).Json;

        Assert.Empty(copy["tags"]!.AsArray());
    }

    [Fact]
    public async Task A_disk_that_two_servers_have_stays_one_that_several_may_have()
    {
        var drive = await DriveAsync(With(NewDrive(), ("allow_multimount", true)));
        foreach (var name in new[] { "a", "b" }) (await PostAsync("servers/", WithDrive(name, drive))).Is(201);

        var body = (await GetAsync($"drives/{drive}/")).Json.AsObject();
        body["allow_multimount"] = false;

        (await PutAsync($"drives/{drive}/", body)).Refused(403, "permission", "allow_multimount");
    }

    [Fact]
    public async Task A_server_can_be_renamed_after_a_drive_of_it_is_not_shared_any_more()
    {
        var drive = await DriveAsync();
        var acl = await ShareAsync(drive, "LIST", "ATTACH");
        var server = (await FriendAsync("POST", "servers/", WithDrive("guest", drive))).Is(201).First;
        (await DeleteAsync($"acls/{acl}/")).Is(204);

        server["name"] = "renamed";

        (await FriendAsync("PUT", $"servers/{server["uuid"]}/", server)).Is(200);
        (await FriendAsync("POST", $"servers/{server["uuid"]}/action/?do=start", new JsonObject())).Refused(403, "permission", "drives.drive");
    }

    private static JsonObject WithNic(string address)
    {
        var body = NewServer("s");
        body["nics"] = new JsonArray(new JsonObject { ["ip_v4_conf"] = new JsonObject { ["conf"] = "static", ["ip"] = address } });
        return body;
    }

    private static JsonObject WithDrive(string name, string drive)
    {
        var body = NewServer(name);
        body["drives"] = new JsonArray(new JsonObject { ["device"] = "virtio", ["dev_channel"] = "0:0", ["drive"] = drive, ["boot_order"] = 1 });
        return body;
    }
}
