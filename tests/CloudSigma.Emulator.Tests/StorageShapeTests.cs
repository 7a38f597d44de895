// Snapshots, backup schedulers, licences and usage against the documented answers, where those are at hand.
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public sealed class StorageShapeTests : StorageTest
{
    // Members that are younger than some documented answers. The schema of remote snapshots is documented as that of local ones.
    private static readonly HashSet<string> Newer =
    [
        "iops", "backup_scheduler", "remote_snapshots", "is_downloadable", "is_ephemeral", "location", "drive_meta", "last_state_change",
    ];

    private int _status;

    [ExamplesTheory]
    [InlineData("response_snapshot_create", "snapshot created")]
    [InlineData("response_snapshot_get", "snapshot")]
    [InlineData("response_snapshot_edit", "snapshot edited")]
    [InlineData("response_snapshot_list", "snapshots/?limit=0")]
    [InlineData("response_snapshot_list_for_drive", "snapshots/detail/?limit=0")]
    [InlineData("response_snapshot_clone", "snapshot cloned")]
    [InlineData("response_snapshot_delete", "snapshot deleted")]
    [InlineData("response_snapshot_schema", "snapshots/schema/")]
    [InlineData("response_drive_with_one_snapshot", "drive")]
    [InlineData("response_drive_with_two_snapshots", "drive")]
    [InlineData("response_drive_for_clone_snapshot", "drive created")]
    [InlineData("response_snapshots_in_drive_def", "drive")]
    [InlineData("remote_snapshots/response_snapshot_create", "remote created")]
    [InlineData("remote_snapshots/response_snapshot_get", "remote")]
    [InlineData("remote_snapshots/response_snapshot_edit", "remote edited")]
    [InlineData("remote_snapshots/response_snapshot_list", "remotesnapshots/")]
    [InlineData("remote_snapshots/response_snapshot_list_detail", "remotesnapshots/detail/")]
    [InlineData("remote_snapshots/response_snapshot_clone", "remote cloned")]
    [InlineData("remote_snapshots/response_snapshot_delete", "remote deleted")]
    [InlineData("remote_snapshots/response_snapshot_schema", "remotesnapshots/schema/")]
    [InlineData("remote_snapshots/response_snapshots_in_drive_def", "drive")]
    public async Task Members_and_kinds_are_those_of_the_documented_answer(string example, string produced)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(ExamplesTheoryAttribute.Folder, example));
        var ours = await ProduceAsync(produced);
        if (text.StartsWith("HTTP/", StringComparison.Ordinal)) Assert.StartsWith($"HTTP/1.1 {_status} ", text, StringComparison.Ordinal);
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            Assert.Null(ours);
            return;
        }

        using var documented = JsonDocument.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..]);
        Assert.Empty(new Shape(Newer).Compare(Read(documented.RootElement), ours));
    }

    // One documented answer names a member twice, which a JsonObject refuses; the last one counts.
    private static JsonNode? Read(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Array) return new JsonArray(element.EnumerateArray().Select(Read).ToArray());
        if (element.ValueKind is not JsonValueKind.Object) return JsonNode.Parse(element.GetRawText());
        var members = new JsonObject();
        foreach (var member in element.EnumerateObject()) members[member.Name] = Read(member.Value);
        return members;
    }

    private async Task<JsonNode?> ProduceAsync(string produced)
    {
        var created = await PostAsync("drives/", NewDrive());
        var drive = created.Is(201).Uuid;
        Wait(2);
        var snapshot = await PostAsync("snapshots/", new JsonObject { ["drive"] = drive, ["meta"] = new JsonObject { ["k"] = "v" } });
        var remote = await PostAsync("remotesnapshots/", NewRemote(drive));
        Wait(12);
        var (local, far) = ($"snapshots/{snapshot.Uuid}/", $"remotesnapshots/{remote.Uuid}/");
        var answer = produced switch
        {
            "drive created" => created,
            "drive" => await GetAsync($"drives/{drive}/"),
            "snapshot created" => snapshot,
            "snapshot" => await GetAsync(local),
            "snapshot edited" => await PutAsync(local, new JsonObject { ["drive"] = drive, ["name"] = "new" }),
            "snapshot cloned" => await ActAsync("snapshots", snapshot.Uuid, "clone"),
            "snapshot deleted" => await DeleteAsync(local),
            "remote created" => remote,
            "remote" => await GetAsync(far),
            "remote edited" => await PutAsync(far, NewRemote(drive)),
            "remote cloned" => await ActAsync("remotesnapshots", remote.Uuid, "clone"),
            "remote deleted" => await DeleteAsync(far),
            _ => await GetAsync(produced),
        };
        _status = answer.Status;
        return answer.Text.Length > 0 ? answer.Json : null;
    }
}
