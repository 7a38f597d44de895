// The map of texts that all servers of an account read.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public sealed class GlobalContextTests : SharingTest
{
    [Fact]
    public async Task A_post_replaces_the_map()
    {
        Assert.Equal("{}", (await GetAsync("global_context/")).Is(200).Text);
        Assert.Equal("""{"b":"2","a":"1"}""", (await PostAsync("global_context/", new JsonObject { ["b"] = "2", ["a"] = "1" })).Is(200).Text);
        Assert.Equal("""{"c":"3"}""", (await PostAsync("global_context/", new JsonObject { ["c"] = "3" })).Is(200).Text);
        Assert.Equal("""{"c":"3"}""", (await GetAsync("global_context/")).Text);
        Assert.Equal("{}", (await PostAsync("global_context/", new JsonObject())).Is(200).Text);
    }

    [Fact]
    public async Task Each_account_has_its_own()
    {
        await PostAsync("global_context/", new JsonObject { ["k"] = "v" });
        Assert.Equal("{}", (await FriendAsync("GET", "global_context/")).Text);
    }

    [Theory]
    [InlineData("""{"k": 1}""", "global_context")]
    [InlineData("""{"k": null}""", "global_context")]
    [InlineData("""{"k": {"deep": "v"}}""", "global_context")]
    [InlineData("""{"a key that has more than 32 letters": "v"}""", "global_context")]
    [InlineData("[]", null)]
    public async Task Anything_but_short_keys_and_texts_is_refused(string body, string? point)
    {
        await PostAsync("global_context/", new JsonObject { ["kept"] = "v" });
        (await PostAsync("global_context/", JsonNode.Parse(body)!)).Refused(400, "validation", point);
        Assert.Equal("""{"kept":"v"}""", (await GetAsync("global_context/")).Text);
    }

    [Fact]
    public async Task Other_methods_are_refused()
    {
        (await PutAsync("global_context/", new JsonObject())).Refused(405, "permission");
        Assert.Equal("GET,POST", (await SendAsync(Client, "OPTIONS", "global_context/")).Text);
        (await GetAsync("global_context/schema/")).Refused(404, "notexist");
    }
}
