// What the tests of servers have in common.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Servers;

public abstract class ServerTest : EmulatorTest
{
    protected static JsonObject Dhcp() => new() { ["ip_v4_conf"] = new JsonObject { ["conf"] = "dhcp" } };

    protected static JsonObject Static(string address) =>
        new() { [address.Contains(':', StringComparison.Ordinal) ? "ip_v6_conf" : "ip_v4_conf"] = new JsonObject { ["conf"] = "static", ["ip"] = address } };

    protected static JsonObject WithNics(params JsonNode[] nics) => With(NewServer(), ("nics", new JsonArray([.. nics])));

    protected async Task<JsonNode?> RuntimeAsync(string uuid) => (await GetAsync($"servers/{uuid}/")).Is(200).Json["runtime"];

    protected async Task<string[]> GroupAsync(string uuid) => Texts((await GetAsync($"servers/availability_groups/{uuid}/")).Is(200).Json);

    protected async Task<string[][]> GroupsAsync() =>
        [.. (await GetAsync("servers/availability_groups/")).Is(200).Json.AsArray().Select(static group => Texts(group!))];

    protected async Task<string> StartedAvoidingAsync(params string[] avoid)
    {
        var uuid = await ServerAsync();
        (await ActAsync("servers", uuid, "start", query: $"&avoid={string.Join(',', avoid)}")).Is(202);
        Wait(4);
        return uuid;
    }

    private static string[] Texts(JsonNode list) => [.. list.AsArray().Select(static entry => (string)entry!)];
}
