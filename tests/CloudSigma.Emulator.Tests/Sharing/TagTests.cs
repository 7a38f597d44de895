// Tags: both views of them agree, whichever is written.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Sharing;

public sealed class TagTests : EmulatorTest
{
    private async Task<string[]> ResourcesAsync(string tag) =>
        [.. (await GetAsync($"tags/{tag}/")).Is(200).Json["resources"]!.AsArray().Select(static entry => $"{entry!["res_type"]} {entry["uuid"]}")];

    private async Task<string[]> TagsAsync(string resource, string uuid) =>
        [.. (await GetAsync($"{resource}/{uuid}/")).Is(200).Json["tags"]!.AsArray().Select(static tag => (string)tag!["uuid"]!)];

    [Fact]
    public async Task A_tag_made_with_resources_shows_on_them()
    {
        var drive = await DriveAsync();
        var server = await ServerAsync();
        var keypair = (await PostAsync("keypairs/", new JsonObject { ["name"] = "k", ["algorithm_type"] = "rsa" })).Is(201).Uuid;
        var answer = (await PostAsync("tags/", new JsonObject
        {
            ["name"] = "group",
            ["resources"] = new JsonArray(drive, new JsonObject { ["uuid"] = server }, $"/api/2.0/keypairs/{keypair}/"),
        })).Is(201);
        var tag = answer.Uuid;
        Assert.Equal($"/api/2.0/tags/{tag}/", answer.Message.Headers.Location!.OriginalString);
        Assert.Equal([$"drives {drive}", $"keypairs {keypair}", $"servers {server}"], (await ResourcesAsync(tag)).Order());
        Assert.Equal([tag], await TagsAsync("drives", drive));
        Assert.Equal([tag], await TagsAsync("servers", server));
        Assert.Equal([tag], await TagsAsync("pubkeys", keypair));
        var entry = answer.First["resources"]!.AsArray().Single(entry => (string)entry!["uuid"]! == drive)!;
        Assert.Equal($"/api/2.0/drives/{drive}/", (string?)entry["resource_uri"]);
        Assert.Equal(Cloud.Accounts[0].Uuid.ToString(), (string?)entry["owner"]!["uuid"]);
    }

    [Fact]
    public async Task A_tag_put_on_an_object_shows_in_the_tag()
    {
        string one = await TagAsync("one"), two = await TagAsync("two");
        var server = await ServerAsync(With(NewServer(), ("tags", new JsonArray(one))));
        Assert.Equal([$"servers {server}"], await ResourcesAsync(one));
        await PutAsync($"servers/{server}/", With(NewServer(), ("tags", new JsonArray(two))));
        Assert.Empty(await ResourcesAsync(one));
        Assert.Equal([$"servers {server}"], await ResourcesAsync(two));
        await PutAsync($"servers/{server}/", NewServer("renamed"));
        Assert.Equal([two], await TagsAsync("servers", server));
    }

    [Fact]
    public async Task A_put_of_a_tag_replaces_its_resources_and_keeps_them_when_they_are_absent()
    {
        string first = await DriveAsync(), second = await DriveAsync();
        var tag = await TagAsync("t", first);
        (await PutAsync($"tags/{tag}/", new JsonObject { ["name"] = "renamed" })).Is(200);
        Assert.Equal([$"drives {first}"], await ResourcesAsync(tag));
        var answer = (await PutAsync($"tags/{tag}/", new JsonObject { ["name"] = "renamed", ["resources"] = new JsonArray(second), ["meta"] = new JsonObject { ["k"] = "v" } })).Is(200);
        Assert.Equal(("renamed", "v"), ((string?)answer.Json["name"], (string?)answer.Json["meta"]!["k"]));
        Assert.Equal([$"drives {second}"], await ResourcesAsync(tag));
        Assert.Empty(await TagsAsync("drives", first));
        (await PutAsync($"tags/{tag}/", new JsonObject { ["name"] = "renamed", ["resources"] = new JsonArray() })).Is(200);
        Assert.Empty(await TagsAsync("drives", second));
    }

    [Fact]
    public async Task What_a_tag_shows_can_be_sent_back()
    {
        var drive = await DriveAsync();
        var tag = await TagAsync("t", drive);
        var shown = (await GetAsync($"tags/{tag}/")).Json;
        Assert.True(JsonNode.DeepEquals(shown, (await PutAsync($"tags/{tag}/", shown)).Is(200).Json));
    }

    [Fact]
    public async Task A_deleted_tag_leaves_its_objects_and_a_deleted_object_its_tags()
    {
        string first = await DriveAsync(), second = await DriveAsync();
        string one = await TagAsync("one", first, second), two = await TagAsync("two", first, second);
        (await DeleteAsync($"tags/{one}/")).Is(204);
        Assert.Equal([two], await TagsAsync("drives", first));
        (await GetAsync($"tags/{one}/")).Refused(404, "notexist");
        (await DeleteAsync($"drives/{first}/")).Is(204);
        Assert.Equal([$"drives {second}"], await ResourcesAsync(two));
    }

    [Fact]
    public async Task A_tag_lists_its_objects_by_kind_with_the_address_as_an_object()
    {
        string drive = await DriveAsync(), server = await ServerAsync(), other = await ServerAsync(NewServer("other"));
        var tag = await TagAsync("t", drive, server, other);
        var answer = (await GetAsync($"tags/{tag}/servers/?limit=1&name=s1")).Is(200);
        Assert.Equal(1, (int)answer.Json["meta"]!["total_count"]!);
        Assert.Equal(["name", "owner", "resource_uri", "runtime", "status", "uuid"], answer.First.Select(static member => member.Key));
        Assert.Equal($$"""{"resource_uri":"/api/2.0/servers/{{server}}/","uuid":"{{server}}"}""", answer.First["resource_uri"]!.ToJsonString());
        Assert.Equal(drive, (await GetAsync($"tags/{tag}/drives/")).Uuid);
        Assert.Equal(2, (await GetAsync($"tags/{tag}/servers/?limit=0")).Objects.Count);
        Assert.Equal("GET", (await SendAsync(Client, "OPTIONS", $"tags/{tag}/servers/")).Text);
        (await PostAsync($"tags/{tag}/servers/", NewServer())).Refused(405, "permission");
        (await GetAsync($"tags/{tag}/jobs/")).Refused(404, "notexist");
        (await GetAsync($"tags/{Guid.NewGuid()}/servers/")).Refused(404, "notexist");
    }

    [Fact]
    public async Task Lists_filter_by_uuid_and_by_name_of_the_tags()
    {
        string a = await DriveAsync(NewDrive("a")), b = await DriveAsync(NewDrive("b"));
        await DriveAsync(NewDrive("c"));
        await TagAsync("red", a, b);
        var blue = await TagAsync("blue, light", b);
        Assert.Equal(["a", "b"], (await GetAsync("drives/?fields=name&tag__name=red")).Names);
        Assert.Equal(["b"], (await GetAsync(@"drives/?fields=name&tag__name=red&tag__name=blue%5C,%20light")).Names);
        Assert.Equal(["b"], (await GetAsync($"drives/detail/?fields=name&tag={blue}")).Names);
        Assert.Empty((await GetAsync("drives/?tag__name=Red")).Objects);
        Assert.DoesNotContain("tag__name", (await GetAsync("drives/schema/")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""["11111111-2222-4333-8444-555555555555"]""")]
    [InlineData("""["198.51.100.99"]""")]
    [InlineData("""[{"name": "no uuid"}]""")]
    [InlineData("[null]")]
    [InlineData("\"text\"")]
    public async Task Unknown_resources_are_refused(string resources)
    {
        var body = new JsonObject { ["name"] = "t", ["resources"] = JsonNode.Parse(resources) };
        (await PostAsync("tags/", body)).Refused(400, "validation", "resources");
        Assert.Empty((await GetAsync("tags/")).Objects);
        var tag = await TagAsync();
        (await PutAsync($"tags/{tag}/", body)).Refused(400, "validation", "resources");
    }

    [Fact]
    public async Task Unknown_tags_and_tags_without_a_name_are_refused()
    {
        (await PostAsync("drives/", With(NewDrive(), ("tags", new JsonArray(Guid.NewGuid().ToString()))))).Refused(400, "validation", "tags");
        var drive = await DriveAsync();
        (await PutAsync($"drives/{drive}/", With(NewDrive(), ("tags", new JsonArray(Guid.NewGuid().ToString()))))).Refused(400, "validation", "tags");
        (await PostAsync("tags/", new JsonObject())).Refused(400, "validation", "name");
        (await PostAsync("tags/", new JsonObject { ["name"] = "" })).Refused(400, "validation", "name");
    }

    [Fact]
    public async Task Several_are_made_at_once_and_shown_alike_in_both_lists()
    {
        var answer = (await PostAsync("tags/", new JsonArray(new JsonObject { ["name"] = "a" }, new JsonObject { ["name"] = "b" }))).Is(201);
        Assert.Equal(["a", "b"], answer.Names);
        Assert.Equal((await GetAsync("tags/")).Text, (await GetAsync("tags/detail/")).Text);
        (await PutAsync("tags/", new JsonArray())).Refused(405, "permission");
        (await DeleteAsync("tags/", new JsonArray())).Refused(405, "permission");
    }

    [Fact]
    public async Task A_failing_create_tags_nothing()
    {
        var drive = await DriveAsync();
        var good = new JsonObject { ["name"] = "good", ["resources"] = new JsonArray(drive) };
        (await PostAsync("tags/", new JsonArray(good, new JsonObject()))).Refused(400, "validation", "name");
        Assert.Empty(await TagsAsync("drives", drive));
        Assert.Equal([drive], (await PostAsync("tags/", good)).First["resources"]!.AsArray().Select(static entry => (string)entry!["uuid"]!));
    }

    [Fact]
    public async Task A_copy_is_not_tagged_like_its_source()
    {
        var drive = await DriveAsync();
        var tag = await TagAsync("t", drive);
        var copy = (await ActAsync("drives", drive, "clone")).Is(202).Uuid;
        Assert.Empty(await TagsAsync("drives", copy));
        Assert.Equal([$"drives {drive}"], await ResourcesAsync(tag));
    }
}
