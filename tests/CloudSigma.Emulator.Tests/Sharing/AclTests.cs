// ACLs as objects: what they hold, and what is refused in them.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Sharing;

public sealed class AclTests : SharingTest
{
    [Fact]
    public async Task An_acl_shows_its_grantees_rules_and_tags_in_the_recorded_form()
    {
        var tag = await TagAsync();
        var acl = (await PostAsync("acls/", NewAcl(tag, FriendAccount, "LIST", "EDIT"))).Is(201).First;
        var friend = FriendAccount.Uuid;
        Assert.Equal(
            $$"""[{"email":"friend@example.com","resource_uri":{"resource_uri":"/api/2.0/user/{{friend}}/","uuid":"{{friend}}"},"uuid":"{{friend}}"}]""",
            acl["grantees"]!.ToJsonString());
        Assert.Equal("""[{"permission":"LIST"},{"permission":"EDIT"}]""", acl["rules"]!.ToJsonString());
        Assert.Equal($$"""[{"resource_uri":"/api/2.0/tags/{{tag}}/","uuid":"{{tag}}"}]""", acl["tags"]!.ToJsonString());
        Assert.True(JsonNode.DeepEquals(acl, (await GetAsync($"acls/{acl["uuid"]}/")).Json));
    }

    [Fact]
    public async Task An_empty_acl_is_allowed_and_filled_later()
    {
        var acl = (await PostAsync("acls/", new JsonObject())).Is(201);
        Assert.Equal("""["","[]","[]","[]"]""", new JsonArray((string)acl.First["name"]!, acl.First["grantees"]!.ToJsonString(), acl.First["rules"]!.ToJsonString(), acl.First["tags"]!.ToJsonString()).ToJsonString());
        var changed = (await PutAsync($"acls/{acl.Uuid}/", NewAcl(await TagAsync(), FriendAccount, "LIST"))).Is(200).Json;
        Assert.Equal("a1", (string?)changed["name"]);
        var kept = (await PutAsync($"acls/{acl.Uuid}/", new JsonObject { ["name"] = "a2" })).Is(200).Json;
        Assert.Single(kept["grantees"]!.AsArray());
        Assert.True(JsonNode.DeepEquals(kept, (await PutAsync($"acls/{acl.Uuid}/", kept)).Is(200).Json));
    }

    [Fact]
    public async Task Several_are_made_changed_and_deleted_at_once()
    {
        var made = (await PostAsync("acls/", new JsonObject { ["objects"] = new JsonArray(new JsonObject { ["name"] = "a" }, new JsonObject { ["name"] = "b" }) })).Is(201);
        string[] ids = [.. made.Objects.Select(static acl => (string)acl!["uuid"]!)];
        var changes = new JsonArray([.. ids.Select(static id => (JsonNode)new JsonObject { ["uuid"] = id, ["name"] = "new" })]);
        Assert.Equal(["new", "new"], (await PutAsync("acls/", changes)).Is(200).Names);
        (await DeleteAsync("acls/", new JsonObject { ["objects"] = new JsonArray([.. ids.Select(static id => (JsonNode)new JsonObject { ["uuid"] = id })]) })).Is(204);
        Assert.Empty((await GetAsync("acls/")).Objects);
    }

    [Fact]
    public async Task A_grantee_is_found_by_either_member_and_counted_once()
    {
        var email = new JsonObject { ["email"] = "FRIEND@example.com" };
        var uuid = new JsonObject { ["uuid"] = FriendAccount.Uuid.ToString() };
        var acl = (await PostAsync("acls/", new JsonObject { ["grantees"] = new JsonArray(email, uuid, FriendAccount.Uuid.ToString()) })).Is(201).First;
        Assert.Equal("friend@example.com", (string?)Assert.Single(acl["grantees"]!.AsArray())!["email"]);
    }

    [Theory]
    [InlineData("grantees", """[{"email": "nobody@example.com", "uuid": "11111111-2222-4333-8444-555555555555"}]""", "grantees")]
    [InlineData("grantees", """[{"email": "friend@example.com", "uuid": "11111111-2222-4333-8444-555555555555"}]""", "grantees")]
    [InlineData("grantees", """[{"email": 1}]""", "grantees")]
    [InlineData("grantees", "[{}]", "grantees")]
    [InlineData("grantees", "[null]", "grantees")]
    [InlineData("grantees", "{}", "grantees")]
    [InlineData("grantees", """[{"email": "user@example.com"}]""", "grantees")]
    [InlineData("rules", """[{"permission": "DELETE"}]""", "rules.permission")]
    [InlineData("rules", "[{}]", "rules.permission")]
    [InlineData("rules", """["LIST"]""", "rules")]
    [InlineData("tags", """[{"uuid": "11111111-2222-4333-8444-555555555555"}]""", "tags")]
    [InlineData("tags", """["text"]""", "tags")]
    public async Task Unknown_users_rules_and_tags_are_refused(string member, string value, string point)
    {
        var body = new JsonObject { ["name"] = "a", [member] = JsonNode.Parse(value) };
        (await PostAsync("acls/", body)).Refused(400, "validation", point);
        Assert.Empty((await GetAsync("acls/")).Objects);
    }

    [Fact]
    public async Task A_tag_of_somebody_else_cannot_be_used()
    {
        var tag = (await FriendAsync("POST", "tags/", new JsonObject { ["name"] = "theirs" })).Is(201).Uuid;
        (await PostAsync("acls/", NewAcl(tag, FriendAccount, "LIST"))).Refused(400, "validation", "tags");
        (await PostAsync("drives/", With(NewDrive(), ("tags", new JsonArray(tag))))).Refused(400, "validation", "tags");
        (await GetAsync($"tags/{tag}/")).Refused(404, "notexist");
    }

    [Fact]
    public async Task A_deleted_tag_leaves_the_acl()
    {
        string kept = await TagAsync("kept"), gone = await TagAsync("gone");
        var body = With(NewAcl(kept, FriendAccount, "LIST"), ("tags", new JsonArray(kept, gone)));
        var acl = (await PostAsync("acls/", body)).Is(201).Uuid;
        (await DeleteAsync($"tags/{gone}/")).Is(204);
        Assert.Equal(kept, (string?)Assert.Single((await GetAsync($"acls/{acl}/")).Json["tags"]!.AsArray())!["uuid"]);
    }

    [Fact]
    public async Task Grantees_do_not_see_the_acl_itself()
    {
        var acl = await ShareAsync(await DriveAsync(), "LIST");
        Assert.Empty((await FriendAsync("GET", "acls/")).Objects);
        (await FriendAsync("GET", $"acls/{acl}/")).Refused(404, "notexist");
        (await FriendAsync("DELETE", $"acls/{acl}/")).Refused(404, "notexist");
    }
}
