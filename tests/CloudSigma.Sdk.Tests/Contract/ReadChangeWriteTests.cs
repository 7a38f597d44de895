// GET, change the name by `with`, PUT: nothing else of the object may change, whatever the API sends.
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CloudSigma.Sdk.TestKit.Http;
using CloudSigma.Sdk.TestKit.Json;
using Xunit.Abstractions;

namespace CloudSigma.Sdk.Tests.Contract;

public partial class ReadChangeWriteTests(ITestOutputHelper output)
{
    private const string NewName = "renamed";
    private const string NoFolder = "(no examples: set CLOUDSIGMA_EXAMPLES to their folder)";

    /// <summary>Each kind has one of them: schedulers, keypairs, tags, ACLs, and all others.</summary>
    private static readonly string[] OwnMembers = ["incremental_backup", "private_key", "resources", "rules", "status"];

    public static TheoryData<string> Files
    {
        get
        {
            var files = ExampleFolder.Names.Where(static n => FindObjects(ExampleFolder.Load(n)).Count > 0).ToList();
            return [.. files.Count == 0 ? [NoFolder] : files];
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Renaming_changes_nothing_but_the_name(string file)
    {
        if (file == NoFolder)
        {
            output.WriteLine(NoFolder);
            return;
        }

        var objects = FindObjects(ExampleFolder.Load(file));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{objects.Count} objects"));
        foreach (var (kind, json) in objects)
        {
            var difference = await RenameAsync(kind, json);
            Assert.True(difference is null, $"{file}: the PUT of a {kind} is not the GET with another name {difference}");
        }
    }

    /// <summary>The comparison above is by value. This one is by text, so that a number that is written in another way is seen too.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public async Task Renaming_a_server_changes_no_spelling(string file)
    {
        if (file == NoFolder) return;
        foreach (var (_, json) in FindObjects(ExampleFolder.Load(file)).Where(static o => o.Kind == "servers"))
        {
            var (expected, sent) = await SendRenamedAsync("servers", json);
            Assert.Equal(JsonText.Canonical(expected), JsonText.Canonical(sent));
        }
    }

    [Fact]
    public void Spellings_of_a_number_are_told_apart()
    {
        Assert.NotEqual(JsonText.Canonical(JsonText.Parse("[1.50]")), JsonText.Canonical(JsonText.Parse("[1.5]")));
        Assert.Equal(JsonText.Canonical(JsonText.Parse("""{"b": [1.50, "\u002B"], "a": null}""")), JsonText.Canonical(JsonText.Parse("""{"a": null, "b": [1.50, "+"]}""")));
    }

    [Theory]
    [InlineData("acls", """{"uuid": "11111111-2222-4333-8444-555555555555", "rules": [{"permission": "DELETE", "new": 1}, {}], "grantees": [{"email": null, "resource_uri": "/api/2.0/user/1/", "new": [1]}], "tags": [{"uuid": "22222222-2222-4333-8444-555555555555", "new": null}], "new": null}""")]
    [InlineData("acls", """{"uuid": "11111111-2222-4333-8444-555555555555", "rules": null, "grantees": [], "tags": null}""")]
    [InlineData("backupschedulers", """{"uuid": "11111111-2222-4333-8444-555555555555", "retention_policy": {}, "initial_backup": {}, "user_timezone": null, "new": {"deep": [1.50, null]}}""")]
    [InlineData("backupschedulers", """{"uuid": "11111111-2222-4333-8444-555555555555", "incremental_backup": {"day_of_week": [""], "month": ["2", "4"], "hour": 3, "minute": "00", "new": 1, "start_time": {"hour": "23", "minute": ""}, "end_time": {"hour": 6, "minute": "00", "new": 1}, "repeat": {}}}""")]
    [InlineData("backupschedulers", """{"uuid": "11111111-2222-4333-8444-555555555555", "incremental_backup": {"day_of_week": "mon", "day_of_month": [1, "15"], "month": null, "repeat": null, "hour": "8-18/2"}, "manual_incremental_backup": null}""")]
    [InlineData("backupschedulers", """{"uuid": "11111111-2222-4333-8444-555555555555", "retention_policy": {"rules": [{"time_option": 1}, {"period": "days", "quantity": 7}, {"time_option": 1}, {"period": "weeks", "quantity": 4}, {"time_option": 1, "new": 1}]}}""")]
    [InlineData("backupschedulers", """{"uuid": "11111111-2222-4333-8444-555555555555", "retention_policy": {"rules": [{"period": "weeks", "quantity": 4, "time_option": 2}, {"time_option": 1}, {"period": "months", "quantity": 4, "new": 1}, {"time_option": 1}]}}""")]
    [InlineData("bservers", """{"uuid": "11111111-2222-4333-8444-555555555555", "name": "a", "runtime": {"perf_factor": {"cpu": 0.50, "new": null}, "nics": []}, "new": {"deep": [1.50, null]}}""")]
    [InlineData("drives", """{"uuid": "11111111-2222-4333-8444-555555555555", "name": "a", "iops": null, "new": {"deep": [1.50, null]}, "tags": ["22222222-2222-4333-8444-555555555555"]}""")]
    [InlineData("drives", """{"uuid": "11111111-2222-4333-8444-555555555555", "tags": [{"uuid": "22222222-2222-4333-8444-555555555555", "resource_uri": "/api/2.0/tags/2/", "name": "new", "more": null}]}""")]
    [InlineData("hostallocationpools", """{"uuid": "11111111-2222-4333-8444-555555555555", "cpu_alloc": "1.000", "cpu_alloc_last_resort": "2.500", "description": null, "new": {"deep": [1.50, null]}}""")]
    [InlineData("keypairs", """{"uuid": "11111111-2222-4333-8444-555555555555", "private_key": null, "public_key": "ssh-rsa A= b", "tags": ["22222222-2222-4333-8444-555555555555"], "new": 1}""")]
    [InlineData("keypairs", """{"uuid": "11111111-2222-4333-8444-555555555555", "private_key": "-----BEGIN RSA PRIVATE KEY-----\nAB+/=\n", "meta": {"k": "v"}}""")]
    [InlineData("servers", """{"uuid": "11111111-2222-4333-8444-555555555555", "nics": [{"ip_v4_conf": {"conf": "static", "ip": {"uuid": "203.0.113.7", "resource_uri": "/api/2.0/ips/203.0.113.7/", "new": [1]}}}]}""")]
    [InlineData("servers", """{"uuid": "11111111-2222-4333-8444-555555555555", "name": "a", "cpu": 2000, "nics": [{"vlan": null, "new": 1}], "meta": {}, "grantees": [{"email": "x@example.com", "more": true}]}""")]
    [InlineData("snapshots", """{"uuid": "11111111-2222-4333-8444-555555555555", "allocated_size": null, "timestamp": "2014-06-05 09:52:53+00:00", "drive": {"uuid": "22222222-2222-4333-8444-555555555555", "new": 1}, "new": [null]}""")]
    [InlineData("remotesnapshots", """{"uuid": "11111111-2222-4333-8444-555555555555", "last_state_change": null, "timestamp": "2016-12-05 20:51:36.188588+00:00", "drive_meta": {"size": 1, "new": {"a": null}}, "location": "NEW"}""")]
    [InlineData("tags", """{"uuid": "11111111-2222-4333-8444-555555555555", "resources": ["203.0.113.7", {"uuid": "22222222-2222-4333-8444-555555555555", "res_type": "new", "new": 1}, "2001:DB8::1"], "new": [null]}""")]
    [InlineData("tags", """{"uuid": "11111111-2222-4333-8444-555555555555", "resources": null, "meta": {}}""")]
    [InlineData("tags", """{"uuid": "11111111-2222-4333-8444-555555555555", "resources": [{"res_type": "new"}]}""")]
    [InlineData("vpc", """{"uuid": "11111111-2222-4333-8444-555555555555", "description": null, "nodes": [{"uuid": "22222222-2222-4333-8444-555555555555", "status": "active"}], "status": "new", "new": {"deep": [1.50, null]}}""")]
    [InlineData("vpc", """{"uuid": "11111111-2222-4333-8444-555555555555", "nodes": [], "allocation_pool": null, "tags": null, "owner": {"uuid": "22222222-2222-4333-8444-555555555555"}}""")]
    public async Task Renaming_keeps_nulls_absent_members_and_unknown_ones(string kind, string json) =>
        Assert.Null(await RenameAsync(kind, JsonText.Parse(json)));

    [Fact]
    public async Task Member_that_is_set_to_null_is_sent_as_null()
    {
        var answer = HttpExample.Parse("HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"uuid\": \"11111111-2222-4333-8444-555555555555\", \"iops\": 500}", "read");
        using var handler = new ScriptedHandler(answer, answer);
        using var client = Contracts.CreateClient(handler);
        var drive = await client.Drives.GetAsync(Guid.Parse("11111111-2222-4333-8444-555555555555"));

        await client.Drives.UpdateAsync(drive with { Iops = null });

        Assert.Null(JsonDifference.Find(JsonText.Parse("""{"uuid": "11111111-2222-4333-8444-555555555555", "iops": null}"""), handler.Requests[1].Json));
    }

    [Fact]
    public void Examples_have_objects_to_rename()
    {
        if (ExampleFolder.Path is null) return;
        var objects = ExampleFolder.Names.SelectMany(static n => FindObjects(ExampleFolder.Load(n))).ToList();
        foreach (var kind in new[] { "acls", "backupschedulers", "drives", "keypairs", "servers", "snapshots", "remotesnapshots", "tags" })
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{objects.Count(o => o.Kind == kind)} {kind} renamed"));
            Assert.Contains(objects, o => o.Kind == kind);
        }
    }

    private static async Task<JsonDifference?> RenameAsync(string kind, JsonElement json)
    {
        var (expected, sent) = await SendRenamedAsync(kind, json);
        return JsonDifference.Find(expected, sent);
    }

    private static async Task<(JsonElement Expected, JsonElement Sent)> SendRenamedAsync(string kind, JsonElement json)
    {
        var body = json.GetRawText();
        var answer = HttpExample.Parse($"HTTP/1.1 200 OK\nContent-Type: application/json\n\n{body}", "read");
        using var handler = new ScriptedHandler(answer, answer);
        using var client = Contracts.CreateClient(handler);
        var uuid = json.GetProperty("uuid").GetGuid();
        await (kind switch
        {
            "acls" => client.Acls.UpdateAsync(await client.Acls.GetAsync(uuid) with { Name = NewName }),
            "backupschedulers" => client.BackupSchedulers.UpdateAsync(await client.BackupSchedulers.GetAsync(uuid) with { Name = NewName }),
            "bservers" => client.BackfillingServers.UpdateAsync(await client.BackfillingServers.GetAsync(uuid) with { Name = NewName }),
            "drives" => client.Drives.UpdateAsync(await client.Drives.GetAsync(uuid) with { Name = NewName }),
            "hostallocationpools" => client.PrivateClouds.UpdateAllocationPoolAsync(await client.PrivateClouds.GetAllocationPoolAsync(uuid) with { Name = NewName }),
            "keypairs" => client.Keypairs.UpdateAsync(await client.Keypairs.GetAsync(uuid) with { Name = NewName }),
            "servers" => client.Servers.UpdateAsync(await client.Servers.GetAsync(uuid) with { Name = NewName }),
            "snapshots" => client.Snapshots.UpdateAsync(await client.Snapshots.GetAsync(uuid) with { Name = NewName }),
            "tags" => client.Tags.UpdateAsync(await client.Tags.GetAsync(uuid) with { Name = NewName }),
            "vpc" => client.PrivateClouds.UpdateAsync(await client.PrivateClouds.GetAsync(uuid) with { Name = NewName }),
            "remotesnapshots" => (Task)client.RemoteSnapshots.UpdateAsync(await client.RemoteSnapshots.GetAsync(uuid) with { Name = NewName }),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody can rename this."),
        });

        var sent = handler.Requests[1];
        Assert.Equal(("PUT", $"{Contracts.Root}{kind}/{uuid:D}/"), (sent.Method, sent.Target));
        var expected = JsonNode.Parse(LastOfDuplicates(json).GetRawText())!;
        expected["name"] = NewName;
        // A misspelled twin in older answers, which is never sent (guide 32).
        expected.AsObject().Remove("rentention_policy");
        // Requests name these by their uuids; the rest of an entry belongs to the other object.
        if (kind is "tags" or "vpc" && expected[kind == "tags" ? "resources" : "nodes"] is JsonArray entries)
        {
            for (var i = 0; i < entries.Count; i++)
            {
                if (entries[i] is JsonObject entry && entry["uuid"] is { } id) entries[i] = id.DeepClone();
            }
        }

        return (JsonText.Parse(expected.ToJsonString()), sent.Json);
    }

    /// <summary>Every object with a member that references to it do not have, wherever it is in an example: alone, in a list, or in the answer to a create.</summary>
    private static List<(string Kind, JsonElement Json)> FindObjects(HttpExample example)
    {
        var found = new List<(string, JsonElement)>();
        if (example.Kind != HttpExampleKind.Other && example.Body.Length > 0 && example.JsonProblem is null) Collect(example.Json, found);
        return found;
    }

    private static void Collect(JsonElement json, List<(string, JsonElement)> found)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in json.EnumerateArray()) Collect(element, found);
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            if (json.TryGetProperty("uuid", out _) && OwnMembers.Any(m => json.TryGetProperty(m, out _)) && Address(json) is { } address && ObjectAddress().Match(address) is { Success: true } match)
                found.Add((match.Groups["kind"].Value, json));
            foreach (var member in json.EnumerateObject()) Collect(member.Value, found);
        }
    }

    /// <summary>The resource_uri, which is a text or an object around a text.</summary>
    private static string? Address(JsonElement json) => !json.TryGetProperty("resource_uri", out var uri) ? null
        : uri.ValueKind == JsonValueKind.String ? uri.GetString()
        : uri.ValueKind == JsonValueKind.Object && uri.TryGetProperty("resource_uri", out var inner) ? inner.GetString() : null;

    /// <summary>JsonNode refuses members that are there twice; the last one counts.</summary>
    private static JsonElement LastOfDuplicates(JsonElement json)
    {
        var members = new Dictionary<string, JsonElement>();
        foreach (var member in json.EnumerateObject()) members[member.Name] = member.Value;
        return JsonSerializer.SerializeToElement(members);
    }

    [GeneratedRegex("^/api/2.0/(?<kind>acls|backupschedulers|drives|keypairs|servers|snapshots|remotesnapshots|tags)/[0-9a-f-]{36}/$")]
    private static partial Regex ObjectAddress();
}
