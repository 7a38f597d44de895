// The audit log: what was done, by whom, and what was refused.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public sealed class AuditLogTests : SharingTest
{
    private static async Task<string[]> ActionsAsync(HttpClient client, string query = "") =>
        [.. (await SendAsync(client, "GET", "logs/?limit=0" + query)).Is(200).Objects.Select(static entry => $"{entry!["category"]} {entry["action"]}")];

    [Fact]
    public async Task The_life_of_a_server_is_told_newest_first()
    {
        var server = await RunningServerAsync();
        await PutAsync($"servers/{server}/", NewServer("renamed"));
        await ActAsync("servers", server, "stop");
        Wait(3);
        await DeleteAsync($"servers/{server}/");
        Assert.Equal(
            ["Servers delete", "Servers stop", "Servers stop_send", "Servers update", "Servers boot", "Servers start_send", "Servers create"],
            await ActionsAsync(Client, $"&uuid={server}"));
        var entries = (await GetAsync("logs/")).Objects;
        Assert.Equal("2026-01-02 03:04:12+00:00", (string?)entries[1]!["timestamp"]);
        Assert.All(entries, entry => Assert.Equal((Cloud.Accounts[0].Uuid.ToString(), true, ""), ((string)entry!["actor"]!["uuid"]!, (bool)entry["success"]!, (string)entry["error_message"]!)));
    }

    [Fact]
    public async Task A_shutdown_has_the_name_of_its_signal()
    {
        var server = await RunningServerAsync();
        await ActAsync("servers", server, "shutdown");
        Wait(60);
        Assert.Equal(["Servers stop", "Servers shutdown_ACPI_send"], (await ActionsAsync(Client))[..2]);
    }

    [Fact]
    public async Task The_details_of_a_create_are_its_definition_with_secrets_masked()
    {
        await ServerAsync();
        var entry = (await GetAsync("logs/")).First;
        var details = JsonNode.Parse((string)entry["details"]!)!;
        Assert.Equal(("s1", 2000, "***"), ((string?)details["name"], (int)details["cpu"]!, (string?)details["vnc_password"]));
        Assert.Equal((null, null), ((string?)entry["error_type"], (string?)entry["error_point"]));
        Assert.DoesNotContain("secret12", (await GetAsync("logs/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clone_has_an_entry_for_the_source_and_one_for_the_copy()
    {
        var source = await DriveAsync();
        var copy = (await ActAsync("drives", source, "clone")).Uuid;
        Assert.Equal(["Drives clone_dst"], await ActionsAsync(Client, $"&uuid={copy}"));
        Assert.Equal(["Drives clone_src", "Drives create"], await ActionsAsync(Client, $"&uuid={source}"));
    }

    [Fact]
    public async Task All_kinds_of_objects_are_told_of()
    {
        var tag = await TagAsync();
        await PutAsync($"tags/{tag}/", new JsonObject { ["name"] = "new" });
        await DeleteAsync($"tags/{tag}/");
        await PostAsync("global_context/", new JsonObject { ["k"] = "v" });
        await PutAsync("profile/", new JsonObject { ["first_name"] = "Ada" });
        Assert.Equal(["Profile update", "Global context update", "Tags delete", "Tags update", "Tags create"], await ActionsAsync(Client));
    }

    [Fact]
    public async Task Bulk_calls_have_an_entry_for_each_object()
    {
        var made = (await PostAsync("drives/", new JsonArray(NewDrive("a"), NewDrive("b")))).Is(201);
        Wait(2);
        await DeleteAsync("drives/", new JsonArray([.. made.Objects.Select(static drive => (JsonNode)new JsonObject { ["uuid"] = drive!["uuid"]!.DeepClone() })]));
        Assert.Equal(["Drives delete", "Drives delete", "Drives create", "Drives create"], await ActionsAsync(Client));
    }

    [Fact]
    public async Task A_recursive_delete_tells_of_the_drives_too()
    {
        var drive = await DriveAsync();
        var server = await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(drive)))));
        await DeleteAsync($"servers/{server}/?recurse=disks");
        Assert.Equal(["Servers delete", "Drives delete"], (await ActionsAsync(Client))[..2]);
    }

    [Fact]
    public async Task Refusals_tell_why()
    {
        var server = await ServerAsync();
        await ActAsync("servers", server, "stop");
        var entry = (await GetAsync($"logs/?uuid={server}&limit=1")).First;
        Assert.Equal(("stop_send", false, "permission"), ((string?)entry["action"], (bool)entry["success"]!, (string?)entry["error_type"]));
        Assert.StartsWith("Cannot stop guest in state \"stopped\"", (string)entry["error_message"]!, StringComparison.Ordinal);
        await PostAsync("drives/", With(NewDrive(), ("media", "tape")));
        var create = (await GetAsync("logs/?limit=1")).First;
        Assert.Equal(("create", "media", null), ((string?)create["action"], (string?)create["error_point"], (string?)create["uuid"]));
    }

    [Fact]
    public async Task What_was_taken_back_has_no_entry()
    {
        await PostAsync("drives/", new JsonArray(NewDrive("good"), new JsonObject()));
        var entry = Assert.Single((await GetAsync("logs/")).Objects)!;
        Assert.False((bool)entry["success"]!);
    }

    [Fact]
    public async Task Reading_and_unknown_addresses_leave_no_entry()
    {
        await GetAsync("drives/");
        await DeleteAsync($"drives/{Guid.NewGuid()}/");
        await ActAsync("drives", await DriveAsync(), "dance");
        Assert.Equal(["Drives create"], await ActionsAsync(Client));
    }

    [Fact]
    public async Task What_a_grantee_does_is_told_to_the_owner_too()
    {
        var server = await ServerAsync();
        await ShareAsync(server, "LIST", "START");
        await FriendAsync("POST", $"servers/{server}/action/?do=start", new JsonObject());
        Wait(4);
        await FriendAsync("POST", $"servers/{server}/action/?do=stop", new JsonObject());
        var entries = (await GetAsync($"logs/?uuid={server}&limit=3")).Objects;
        Assert.Equal(["stop_send", "boot", "start_send"], entries.Select(static entry => (string)entry!["action"]!));
        Assert.All(entries, entry => Assert.Equal(FriendAccount.Uuid.ToString(), (string?)entry!["actor"]!["uuid"]));
        Assert.Equal("The permission STOP is needed on servers " + server, (string?)entries[0]!["error_message"]);
        Assert.Equal(["Servers stop_send", "Servers start_send"], await ActionsAsync(Friend));
        Assert.Empty(await ActionsAsync(Stranger));
    }

    [Fact]
    public async Task Parameters_for_members_that_entries_lack_have_no_effect()
    {
        await DriveAsync();
        Assert.Equal(["Drives create"], await ActionsAsync(Client, "&name=x&tag=y"));
        Assert.Contains(Cloud.Requests[^1].Warnings, static warning => warning.Contains("\"name\" has no effect", StringComparison.Ordinal));
        (await GetAsync("logs/x/")).Refused(404, "notexist");
        (await PostAsync("logs/", new JsonObject())).Refused(405, "permission");
    }

    [Fact]
    public async Task The_oldest_entries_fall_off()
    {
        for (var i = 0; i < 2; i++)
        {
            var body = new JsonArray([.. Enumerable.Range(0, 5001).Select(n => (JsonNode)new JsonObject { ["name"] = $"{i} {n}" })]);
            (await PostAsync("tags/", body)).Is(201);
        }

        var answer = await GetAsync("logs/?offset=9999");
        Assert.Equal(10000, (int)answer.Json["meta"]!["total_count"]!);
        Assert.Equal("""{"name":"0 2"}""", (string?)answer.First["details"]);
    }

    [Fact]
    public async Task A_reset_forgets_everything()
    {
        await DriveAsync();
        Cloud.Reset();
        Assert.Empty(await ActionsAsync(Client));
    }
}
