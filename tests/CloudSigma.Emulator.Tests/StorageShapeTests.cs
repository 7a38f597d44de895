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
        "backup", "intel_cpu", "intel_mem", "local_nvme", "nvme",
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
    [InlineData("backupschedulers/response_backup_scheduler_backups_list", "backupschedulers/")]
    [InlineData("backupschedulers/response_backup_scheduler_backups_list_type", "backupschedulers/?type=snapshot")]
    [InlineData("backupschedulers/response_backupscheduler_schema", "backupschedulers/schema/")]
    [InlineData("backupschedulers/response_backup_scheduler_set_drive", "drive looked after")]
    [InlineData("response_libdrive_list", "libdrives/?category=dbserver&os=windows")]
    [InlineData("response_libdrive_get", "libdrives/?category=dbserver&os=windows&limit=1 first")]
    [InlineData("response_licenses_list", "licenses/")]
    [InlineData("response_licenses_schema", "licenses/schema/")]
    [InlineData("response_currentusage_list", "currentusage/")]
    [InlineData("response_currentusage_schema", "currentusage/schema/")]
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

    [ExamplesTheory]
    [InlineData("backupschedulers/response_backup_scheduler_create")]
    [InlineData("backupschedulers/response_backup_scheduler_backup_update")]
    [InlineData("backupschedulers/response_backup_scheduler_backups_list_detail")]
    [InlineData("backupschedulers/response_backup_scheduler_backups_list_detail_type")]
    [InlineData("response_backup_scheduler_backup_get")]
    public async Task Documented_schedulers_come_back_with_their_values(string example)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(ExamplesTheoryAttribute.Folder, example));
        var answer = JsonNode.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..])!.AsObject();
        var schedulers = answer["objects"]?.AsArray() ?? [answer.DeepClone()];
        Assert.NotEmpty(schedulers);
        foreach (var entry in schedulers)
        {
            // The place of the recordings is one of a test system.
            var documented = entry!.DeepClone().AsObject();
            if ((string?)documented["remote_location"] == "TBC") documented["remote_location"] = "GVA";
            var ours = (await PostAsync("backupschedulers/", documented)).Is(201).First.DeepClone().AsObject();
            Assert.Equal(ours.Select(static member => member.Key).Except(documented.Select(static member => member.Key)), documented.ContainsKey("enable_backup_policy_notifications") ? [] : ["enable_backup_policy_notifications", "enable_retention_policy_notifications"]);
            JoinOptions(documented["retention_policy"]!);
            foreach (var (name, value) in documented.Where(static member => member.Key is not ("owner" or "uuid" or "resource_uri")))
                Assert.True(JsonNode.DeepEquals(value, ours[name]), $"{documented["name"]}: {name} is {ours[name]?.ToJsonString()}, documented {value?.ToJsonString()}");
            var back = (await PutAsync($"backupschedulers/{ours["uuid"]}/", documented)).Is(200).Json;
            Assert.True(JsonNode.DeepEquals(ours, back));
        }
    }

    // The answer to a create has the option in the rule, others have it behind the rule.
    private static void JoinOptions(JsonNode policy)
    {
        var rules = policy["rules"]?.AsArray() ?? [];
        for (var i = rules.Count - 1; i > 0; i--)
        {
            if (rules[i]!["period"] is not null) continue;
            rules[i - 1]!["time_option"] = rules[i]!["time_option"]!.DeepClone();
            rules.RemoveAt(i);
        }
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
        var scheduler = await SchedulerAsync(NewScheduler());
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
            "drive looked after" => await LookAfterAsync(drive, scheduler),
            _ => await GetAsync(produced.Split(' ')[0]),
        };
        _status = answer.Status;
        return answer.Text.Length == 0 ? null : produced.EndsWith(" first", StringComparison.Ordinal) ? answer.First : answer.Json;
    }
}
