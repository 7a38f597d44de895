// Private clouds with their nodes, pools and zones, and VMware servers: empty unless a seed fills them.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public sealed class PrivateCloudTests : SharingTest
{
    private async Task SeedAsync(string plan)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Cloud.Endpoint, "/_emulator/") };
        (await SendAsync(client, "POST", "seed", plan)).Is(200);
    }

    [Theory]
    [InlineData("vpc")]
    [InlineData("nodes")]
    [InlineData("hostallocationpools")]
    [InlineData("hostavailabilityzones")]
    [InlineData("vmware_servers")]
    public async Task A_list_is_empty_until_a_seed_fills_it(string resource)
    {
        Assert.Empty((await GetAsync($"{resource}/")).Is(200).Objects);
        (await PostAsync($"{resource}/", new JsonObject { ["name"] = "x" })).Refused(405, "permission");
        await SeedAsync($$"""{"{{resource}}": 2}""");
        var list = await GetAsync($"{resource}/");
        Assert.Equal(2, list.Objects.Count);
        Assert.NotEqual((string?)list.Objects[0]!["uuid"], (string?)list.Objects[1]!["uuid"]);
        if (resource != "hostavailabilityzones")
            Assert.True(JsonNode.DeepEquals(list.First, (await GetAsync($"{resource}/{list.First["uuid"]}/")).Is(200).Json));
        Assert.Empty((await FriendAsync("GET", $"{resource}/")).Objects);
    }

    [Fact]
    public async Task A_cloud_has_a_pool_and_holds_nodes()
    {
        await SeedAsync("""{"nodes": 3, "vpc": 2}""");
        string[] nodes = [.. (await GetAsync("nodes/")).Objects.Select(static node => (string)node!["uuid"]!)];
        string[] clouds = [.. (await GetAsync("vpc/")).Objects.Select(static cloud => (string)cloud!["uuid"]!)];
        var cloud = (await PutAsync($"vpc/{clouds[0]}/", new JsonObject { ["name"] = "new", ["nodes"] = new JsonArray(nodes[0], nodes[1]), ["status"] = "gone", ["allocation_pool"] = "x" })).Is(200).Json;
        Assert.Equal(("new", "active"), ((string?)cloud["name"], (string?)cloud["status"]));
        Assert.Equal(nodes[..2], cloud["nodes"]!.AsArray().Select(static node => (string)node!["uuid"]!));
        Assert.Equal(clouds[0], (string?)(await GetAsync($"nodes/{nodes[1]}/")).Json["vpc"]!["uuid"]);
        var pool = (string)cloud["allocation_pool"]!;
        (await GetAsync($"hostallocationpools/{pool}/")).Is(200);

        Assert.Equal(2, (await PutAsync($"vpc/{clouds[0]}/", new JsonObject { ["description"] = "d" })).Json["nodes"]!.AsArray().Count);
        await PutAsync($"vpc/{clouds[1]}/", new JsonObject { ["nodes"] = new JsonArray(new JsonObject { ["uuid"] = nodes[1] }) });
        Assert.Single((await GetAsync($"vpc/{clouds[0]}/")).Json["nodes"]!.AsArray());
        await PutAsync($"vpc/{clouds[0]}/", new JsonObject { ["nodes"] = new JsonArray() });
        Assert.Null((await GetAsync($"nodes/{nodes[0]}/")).Json["vpc"]);
        (await PutAsync($"vpc/{clouds[0]}/", new JsonObject { ["nodes"] = new JsonArray(Guid.NewGuid().ToString()) })).Refused(400, "validation", "nodes");
        (await DeleteAsync($"vpc/{clouds[0]}/")).Refused(405, "permission");

        await ServerAsync(With(NewServer("stopped"), ("allocation_pool", pool)));
        var server = await RunningServerAsync(With(NewServer(), ("allocation_pool", pool)));
        await RunningServerAsync();
        Assert.Equal(server, (string?)Assert.Single((await GetAsync($"vpc/{clouds[0]}/")).Json["servers"]!.AsArray())!["uuid"]);
    }

    [Theory]
    [InlineData("1", "1.000")]
    [InlineData("\"2.5\"", "2.500")]
    [InlineData("0", "0.000")]
    [InlineData("-1", null)]
    [InlineData("\"much\"", null)]
    [InlineData("true", null)]
    [InlineData("[]", null)]
    public async Task A_pool_shares_processors_in_thousandths(string sent, string? shown)
    {
        await SeedAsync("""{"hostallocationpools": 1}""");
        var pool = (await GetAsync("hostallocationpools/")).Uuid;
        foreach (var member in (string[])["cpu_alloc", "cpu_alloc_last_resort"])
        {
            var answer = await PutAsync($"hostallocationpools/{pool}/", new JsonObject { [member] = JsonNode.Parse(sent) });
            if (shown is null) answer.Refused(400, "validation", member);
            else Assert.Equal(shown, (string?)answer.Is(200).Json[member]);
        }

        (await FriendAsync("PUT", $"hostallocationpools/{pool}/", new JsonObject { ["cpu_alloc"] = 1 })).Refused(404, "notexist");
    }

    [Fact]
    public async Task A_cloud_is_shared_by_tags()
    {
        await SeedAsync("""{"vpc": 1}""");
        var cloud = (await GetAsync("vpc/")).Uuid;
        (await FriendAsync("GET", $"vpc/{cloud}/")).Refused(404, "notexist");
        await ShareAsync(cloud, "LIST");
        Assert.Equal(cloud, (await FriendAsync("GET", $"vpc/{cloud}/")).Is(200).Uuid);
        (await FriendAsync("PUT", $"vpc/{cloud}/", new JsonObject { ["name"] = "x" })).Refused(403, "permission");
        Assert.True((await GetAsync("vpc/schema/")).Is(200).Json["fields"]!.AsObject().ContainsKey("allocation_pool"));
    }

    [Fact]
    public async Task A_seed_may_describe_what_it_wants()
    {
        await SeedAsync("""{"vmware_servers": [{"uuid": "6057d034-1a94-43c6-8cc0-02eb3e4f9801", "name": "db", "memory": 8192, "powered": false, "nics": [{"index": "0"}, {"index": "1"}]}]}""");
        var server = (await GetAsync("vmware_servers/6057d034-1a94-43c6-8cc0-02eb3e4f9801/")).Is(200).Json;
        Assert.Equal(("db", 8192, false, 2), ((string?)server["name"], (int)server["memory"]!, (bool)server["powered"]!, server["nics"]!.AsArray().Count));
        (await PutAsync("vmware_servers/6057d034-1a94-43c6-8cc0-02eb3e4f9801/", server)).Refused(405, "permission");
    }
}
