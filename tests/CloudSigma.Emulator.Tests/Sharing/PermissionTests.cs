// What a grantee sees and may do, right by right, and what only the owner may do.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Sharing;

public sealed class PermissionTests : SharingTest
{
    private static string Missing(string right, string resource, string uuid) => $"The permission {right} is needed on {resource} {uuid}";

    [Fact]
    public async Task A_shared_object_is_seen_by_its_grantee_and_nobody_else()
    {
        var own = await FriendsDriveAsync();
        var drive = await DriveAsync();
        Assert.Equal([own], Uuids(await FriendAsync("GET", "drives/")));
        await ShareAsync(drive, "LIST", "EDIT", "START");
        Assert.Equal([own, drive], Uuids(await FriendAsync("GET", "drives/")));
        Assert.Equal(2, (int)(await FriendAsync("GET", "drives/detail/?limit=1")).Json["meta"]!["total_count"]!);

        var seen = (await FriendAsync("GET", $"drives/{drive}/")).Is(200).Json;
        Assert.Equal(Cloud.Accounts[0].Uuid.ToString(), (string?)seen["owner"]!["uuid"]);
        Assert.Equal(["EDIT", "LIST"], Texts(seen["permissions"]));
        Assert.Equal(("[]", "[]"), (seen["grantees"]!.ToJsonString(), seen["tags"]!.ToJsonString()));

        (await SendAsync(Stranger, "GET", $"drives/{drive}/")).Refused(404, "notexist");
        Assert.Empty((await SendAsync(Stranger, "GET", "drives/")).Objects);
        Assert.Equal(drive, Assert.Single(Uuids(await GetAsync("drives/"))));
    }

    [Fact]
    public async Task The_owner_sees_the_grantees_and_needs_no_permissions()
    {
        var server = await ServerAsync();
        await ShareAsync(server, "STOP", "LIST", "ATTACH");
        var shown = (await GetAsync($"servers/{server}/")).Json;
        var friend = FriendAccount.Uuid;
        Assert.Equal(
            $$$"""[{"permissions":["LIST","STOP"],"user":{"email":"friend@example.com","resource_uri":"/api/2.0/user/{{{friend}}}/","uuid":"{{{friend}}}"}}]""",
            shown["grantees"]!.ToJsonString());
        Assert.Empty(shown["permissions"]!.AsArray());
        var created = (await PostAsync("servers/", With(NewServer(), ("tags", shown["tags"]!.DeepClone())))).Is(201).First;
        Assert.True(JsonNode.DeepEquals(shown["grantees"], created["grantees"]));
    }

    [Fact]
    public async Task Several_acls_add_up_and_what_is_taken_back_is_gone()
    {
        var drive = await DriveAsync();
        var first = await ShareAsync(drive, "LIST");
        var second = await ShareAsync(drive, "EDIT");
        Assert.Equal(["EDIT", "LIST"], Texts((await FriendAsync("GET", $"drives/{drive}/")).Json["permissions"]));
        Assert.Equal(["EDIT", "LIST"], Texts((await GetAsync($"drives/{drive}/")).Json["grantees"]![0]!["permissions"]));
        await DeleteAsync($"acls/{second}/");
        Assert.Equal(["LIST"], Texts((await FriendAsync("GET", $"drives/{drive}/")).Json["permissions"]));
        await PutAsync($"acls/{first}/", new JsonObject { ["rules"] = new JsonArray() });
        (await FriendAsync("GET", $"drives/{drive}/")).Refused(404, "notexist");
    }

    [Theory]
    [InlineData("untag")]
    [InlineData("delete tag")]
    [InlineData("remove grantee")]
    public async Task Sharing_ends_when_one_of_its_parts_goes(string part)
    {
        var drive = await DriveAsync();
        var acl = await ShareAsync(drive, "LIST");
        Assert.Single((await FriendAsync("GET", "drives/")).Objects);
        var tag = (string)(await GetAsync($"drives/{drive}/")).Json["tags"]![0]!["uuid"]!;
        await (part switch
        {
            "untag" => PutAsync($"drives/{drive}/", With(NewDrive(), ("tags", new JsonArray()))),
            "delete tag" => DeleteAsync($"tags/{tag}/"),
            _ => PutAsync($"acls/{acl}/", new JsonObject { ["grantees"] = new JsonArray() }),
        });
        Assert.Empty((await FriendAsync("GET", "drives/")).Objects);
        Assert.Empty((await GetAsync($"drives/{drive}/")).Json["grantees"]!.AsArray());
    }

    [Fact]
    public async Task Without_list_an_object_is_not_there()
    {
        var drive = await DriveAsync();
        await ShareAsync(drive, "EDIT", "CLONE");
        Assert.Empty((await FriendAsync("GET", "drives/")).Objects);
        (await FriendAsync("GET", $"drives/{drive}/")).Refused(404, "notexist");
        (await FriendAsync("PUT", $"drives/{drive}/", NewDrive("taken"))).Refused(404, "notexist");
        (await FriendAsync("POST", $"drives/{drive}/action/?do=clone", new JsonObject())).Refused(404, "notexist");
    }

    [Fact]
    public async Task Changing_needs_edit()
    {
        var drive = await DriveAsync();
        var acl = await ShareAsync(drive, "LIST", "CLONE");
        var refusal = Missing("EDIT", "drives", drive);
        (await FriendAsync("PUT", $"drives/{drive}/", NewDrive("new"))).Refused(403, "permission", message: refusal);
        (await FriendAsync("PUT", "drives/", new JsonArray(With(NewDrive("new"), ("uuid", drive))))).Refused(403, "permission", message: refusal);
        (await FriendAsync("POST", $"drives/{drive}/action/?do=resize", NewDrive(size: 2 * GiB))).Refused(403, "permission", message: refusal);
        await PutAsync($"acls/{acl}/", new JsonObject { ["rules"] = Rules("LIST", "EDIT") });
        Assert.Equal("new", (string?)(await FriendAsync("PUT", $"drives/{drive}/", NewDrive("new"))).Is(200).Json["name"]);
        (await FriendAsync("POST", $"drives/{drive}/action/?do=resize", NewDrive(size: 2 * GiB))).Is(202);
        Wait(3);
        Assert.Equal(2 * GiB, (long)(await GetAsync($"drives/{drive}/")).Json["size"]!);
    }

    [Fact]
    public async Task Sending_back_what_a_grantee_sees_leaves_the_tags_of_the_owner_alone()
    {
        var drive = await DriveAsync();
        await ShareAsync(drive, "LIST", "EDIT");
        var seen = (await FriendAsync("GET", $"drives/{drive}/")).Json;
        seen["name"] = "new";
        (await FriendAsync("PUT", $"drives/{drive}/", seen)).Is(200);
        var owned = (await GetAsync($"drives/{drive}/")).Json;
        Assert.Equal("new", (string?)owned["name"]);
        Assert.Single(owned["tags"]!.AsArray());
    }

    [Fact]
    public async Task A_grantee_cannot_tag_or_pass_on_what_belongs_to_somebody_else()
    {
        var drive = await DriveAsync();
        await ShareAsync(drive, "LIST", "EDIT");
        var tag = (await FriendAsync("POST", "tags/", new JsonObject { ["name"] = "mine" })).Is(201).Uuid;
        var refusal = $"Only the owner can tag drives {drive}";
        (await FriendAsync("PUT", $"tags/{tag}/", new JsonObject { ["name"] = "mine", ["resources"] = new JsonArray(drive) })).Refused(403, "permission", "resources", refusal);
        (await FriendAsync("PUT", $"drives/{drive}/", With(NewDrive(), ("tags", new JsonArray(tag))))).Refused(403, "permission", "tags", refusal);
        (await SendAsync(Stranger, "POST", "tags/", $$"""{"name":"t","resources":["{{drive}}"]}""")).Refused(400, "validation", "resources");
        Assert.Empty((await FriendAsync("GET", $"drives/?tag__name=shared")).Objects);
    }

    [Fact]
    public async Task Only_the_owner_deletes()
    {
        var drive = await DriveAsync();
        await ShareAsync(drive, "LIST", "EDIT", "CLONE", "ATTACH");
        var refusal = $"Only the owner can delete drives {drive}";
        (await FriendAsync("DELETE", $"drives/{drive}/")).Refused(403, "permission", message: refusal);
        var own = await FriendsDriveAsync();
        var both = new JsonArray(new JsonObject { ["uuid"] = own }, new JsonObject { ["uuid"] = drive });
        (await FriendAsync("DELETE", "drives/", both)).Refused(403, "permission", message: refusal);
        Assert.Equal(2, (await FriendAsync("GET", "drives/")).Objects.Count);
    }

    [Fact]
    public async Task A_clone_needs_clone_and_belongs_to_the_caller()
    {
        var drive = await DriveAsync(NewDrive("source"));
        var acl = await ShareAsync(drive, "LIST", "EDIT", "ATTACH");
        (await FriendAsync("POST", $"drives/{drive}/action/?do=clone", new JsonObject())).Refused(403, "permission", message: Missing("CLONE", "drives", drive));
        await PutAsync($"acls/{acl}/", new JsonObject { ["rules"] = Rules("LIST", "CLONE") });
        var copy = (await FriendAsync("POST", $"drives/{drive}/action/?do=clone", new JsonObject())).Is(202).First;
        Assert.Equal(FriendAccount.Uuid.ToString(), (string?)copy["owner"]!["uuid"]);
        Assert.Equal("cloning_src", await StatusAsync("drives", drive));
        var job = (await FriendAsync("GET", "jobs/")).First;
        Assert.Equal([$"/api/2.0/drives/{drive}/", $"/api/2.0/drives/{copy["uuid"]}/"], Texts(job["resources"]));
        Wait(10);
        Assert.Equal("unmounted", await StatusAsync("drives", drive));
        Assert.Equal("unmounted", (string?)(await FriendAsync("GET", $"drives/{copy["uuid"]}/")).Json["status"]);
        (await GetAsync($"drives/{copy["uuid"]}/")).Refused(404, "notexist");
        (await DeleteAsync($"drives/{drive}/")).Is(204);
    }

    [Theory]
    [InlineData("start", "START", "STOP")]
    [InlineData("stop", "STOP", "START")]
    [InlineData("shutdown", "STOP", "EDIT")]
    public async Task Actions_of_servers_need_the_right_of_their_name(string action, string right, string other)
    {
        var server = action == "start" ? await ServerAsync() : await RunningServerAsync();
        var acl = await ShareAsync(server, "LIST", other);
        (await FriendAsync("POST", $"servers/{server}/action/?do={action}", new JsonObject())).Refused(403, "permission", message: Missing(right, "servers", server));
        await PutAsync($"acls/{acl}/", new JsonObject { ["rules"] = Rules("LIST", right) });
        (await FriendAsync("POST", $"servers/{server}/action/?do={action}", new JsonObject())).Is(202);
        Wait(10);
        Assert.Equal(action == "start" ? "running" : "stopped", await StatusAsync("servers", server));
    }

    [Fact]
    public async Task Keypairs_are_shared_without_their_private_half()
    {
        var keypair = (await PostAsync("keypairs/", new JsonObject { ["name"] = "k", ["algorithm_type"] = "rsa" })).Is(201).Uuid;
        await ShareAsync(keypair, "LIST", "EDIT");
        var seen = (await FriendAsync("GET", $"keypairs/{keypair}/")).Is(200).Json;
        Assert.Null(seen["private_key"]);
        Assert.Equal(["EDIT", "LIST"], Texts(seen["permissions"]));
        Assert.Equal(keypair, (await FriendAsync("GET", "pubkeys/")).Uuid);
        (await FriendAsync("PUT", $"keypairs/{keypair}/", seen)).Is(200);
        Assert.NotNull((await GetAsync($"keypairs/{keypair}/")).Json["private_key"]);
        (await FriendAsync("POST", "servers/", With(NewServer(), ("pubkeys", new JsonArray(keypair))))).Refused(400, "validation", "pubkeys");
    }

    private static string[] Uuids(Answer list) => [.. list.Is(200).Objects.Select(static entry => (string)entry!["uuid"]!)];
}
