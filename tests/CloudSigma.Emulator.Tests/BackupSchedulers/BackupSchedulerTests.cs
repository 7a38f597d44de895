// Backup schedulers as objects: echo forms, checks, lists, and the drives that they look after.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.BackupSchedulers;

public sealed class BackupSchedulerTests : StorageTest
{
    [Fact]
    public async Task What_is_not_named_has_its_first_value()
    {
        var body = NewScheduler();
        foreach (var name in (string[])["manual_incremental_backup", "retention_policy", "user_timezone"]) body.Remove(name);
        body["incremental_backup"]!.AsObject().Remove("repeat");
        var made = (await PostAsync("backupschedulers/", body)).Is(201).First;
        Assert.Equal(("", "", "", "Etc/UTC"), ((string?)made["manual_incremental_backup"], (string?)made["remote_location"], (string?)made["orchestrator_timezone"], (string?)made["user_timezone"]));
        Assert.Equal(("{}", "{}"), (made["retention_policy"]!.ToJsonString(), made["initial_backup"]!.ToJsonString()));
        Assert.Equal("""{"hour":"","minute":""}""", made["incremental_backup"]!["repeat"]!.ToJsonString());
        Assert.False((bool)made["enable_backup_policy_notifications"]!);
        Assert.False((bool)made["enable_retention_policy_notifications"]!);
    }

    [Theory]
    [InlineData("month", "\"2,4, 6\"", """["2","4","6"]""")]
    [InlineData("month", """["2","4"]""", """["2","4"]""")]
    [InlineData("month", "\"7\"", "\"7\"")]
    [InlineData("month", "7", "\"7\"")]
    [InlineData("day_of_week", "[]", """[""]""")]
    [InlineData("day_of_week", """["mon","sun"]""", """["mon","sun"]""")]
    [InlineData("day_of_week", "\"mon,sun\"", """["mon","sun"]""")]
    [InlineData("day_of_month", "\"1,15\"", "\"1,15\"")]
    [InlineData("minute", "\"00\"", "\"00\"")]
    [InlineData("end_time", """{"hour":"23","minute":"00"}""", """{"hour":23,"minute":0}""")]
    [InlineData("end_time", """{"hour":"","minute":""}""", """{"hour":"","minute":""}""")]
    [InlineData("repeat", """{"hour":"*/12"}""", """{"hour":"*/12","minute":""}""")]
    public async Task Members_of_the_schedule_come_back_in_the_recorded_form(string member, string sent, string shown)
    {
        var body = NewScheduler();
        body["incremental_backup"]![member] = JsonNode.Parse(sent);
        var made = (await PostAsync("backupschedulers/", body)).Is(201).First;
        Assert.Equal(shown, made["incremental_backup"]![member]!.ToJsonString());
        // What was shown can be sent back.
        var again = (await PutAsync($"backupschedulers/{made["uuid"]}/", made)).Is(200).Json;
        Assert.True(JsonNode.DeepEquals(made, again));
    }

    [Fact]
    public async Task A_time_option_of_its_own_joins_the_rule_before()
    {
        var policy = Keep(Rule("weeks", 4), new JsonObject { ["time_option"] = 1 }, Rule("months", 12, 23));
        var made = (await PostAsync("backupschedulers/", With(NewScheduler(), ("retention_policy", policy)))).Is(201).First;
        Assert.Equal(
            """[{"period":"weeks","quantity":4,"time_option":1},{"period":"months","quantity":12,"time_option":23}]""",
            made["retention_policy"]!["rules"]!.ToJsonString());
    }

    [Theory]
    [InlineData("incremental_backup.day_of_week", """["monday"]""")]
    [InlineData("incremental_backup.day_of_week", """["*","mon"]""")]
    [InlineData("incremental_backup.day_of_week", """[1]""")]
    [InlineData("incremental_backup.day_of_month", "\"32\"")]
    [InlineData("incremental_backup.day_of_month", "\"0\"")]
    [InlineData("incremental_backup.day_of_month", "\"1,\"")]
    [InlineData("incremental_backup.month", "\"13\"")]
    [InlineData("incremental_backup.month", """["1","x"]""")]
    [InlineData("incremental_backup.hour", "\"24\"")]
    [InlineData("incremental_backup.hour", "\"*/2\"")]
    [InlineData("incremental_backup.hour", "true")]
    [InlineData("incremental_backup.minute", "\"60\"")]
    [InlineData("incremental_backup.minute", "\"-1\"")]
    [InlineData("incremental_backup.minute", null)]
    [InlineData("incremental_backup.start_time", "\"12:00\"")]
    [InlineData("incremental_backup.start_time.hour", "24")]
    [InlineData("incremental_backup.end_time.minute", "60")]
    [InlineData("incremental_backup.end_time.minute", null)]
    [InlineData("incremental_backup.repeat.hour", "\"12\"")]
    [InlineData("incremental_backup.repeat.minute", "\"*/0\"")]
    [InlineData("incremental_backup.repeat.minute", "\"*/60\"")]
    [InlineData("incremental_backup", "\"daily\"")]
    [InlineData("incremental_backup", null)]
    [InlineData("initial_backup.day_of_week", """["x"]""")]
    [InlineData("manual_incremental_backup", "\"24:00\"")]
    [InlineData("manual_incremental_backup", "\"02:00;03:00\"")]
    [InlineData("retention_policy.name", null)]
    [InlineData("retention_policy.rules", "{}")]
    [InlineData("retention_policy.rules.period", """[{"period":"years","quantity":1}]""")]
    [InlineData("retention_policy.rules.quantity", """[{"period":"days","quantity":0}]""")]
    [InlineData("retention_policy.rules.quantity", """[{"period":"days"}]""")]
    [InlineData("retention_policy.rules.time_option", """[{"period":"days","quantity":1,"time_option":1}]""")]
    [InlineData("retention_policy.rules.time_option", """[{"period":"weeks","quantity":1,"time_option":7}]""")]
    [InlineData("retention_policy.rules.time_option", """[{"period":"months","quantity":1,"time_option":0}]""")]
    [InlineData("user_timezone", "\"Europe/Atlantis\"")]
    [InlineData("user_timezone", "\"utc\"")]
    [InlineData("remote_location", "\"TBC\"")]
    [InlineData("type", "\"weekly\"")]
    [InlineData("name", null)]
    [InlineData("is_enabled", null)]
    [InlineData("is_default", "1")]
    public async Task A_wrong_member_is_refused_with_its_dotted_path(string point, string? value)
    {
        var window = new JsonObject { ["hour"] = 1, ["minute"] = 0 };
        var body = With(NewScheduler(), ("retention_policy", Keep(Rule("days", 1))), ("initial_backup", new JsonObject
        {
            ["day_of_week"] = new JsonArray("*"),
            ["start_time"] = window.DeepClone(),
            ["end_time"] = window,
        }));
        var path = point.Split('.');
        var holder = path[..^1].Aggregate((JsonNode)body, static (node, name) => node[name] is JsonObject inner ? inner : node);
        var name = path.Length == 3 && path[1] == "rules" ? "rules" : path[^1];
        if (value is null) holder.AsObject().Remove(name);
        else holder[name] = JsonNode.Parse(value);
        (await PostAsync("backupschedulers/", body)).Refused(400, "validation", point);
        Assert.Empty((await GetAsync("backupschedulers/")).Objects);
    }

    [Fact]
    public async Task All_mistakes_are_reported_together()
    {
        var body = With(NewScheduler(), ("incremental_backup", Incremental(hour: "24", minute: "60")), ("user_timezone", "x"));
        var errors = (await PostAsync("backupschedulers/", body)).Refused(400, "validation", "incremental_backup.hour").Json.AsArray();
        Assert.Equal(["incremental_backup.hour", "incremental_backup.minute", "user_timezone"], errors.Select(static error => (string?)error!["error_point"]));
    }

    [Fact]
    public async Task A_put_replaces_what_it_names_and_keeps_the_rest()
    {
        var uuid = await SchedulerAsync(With(NewScheduler(), ("retention_policy", Keep(Rule("days", 7))), ("meta", new JsonObject { ["k"] = "v" })));
        var body = NewScheduler();
        body.Remove("retention_policy");
        body["name"] = "new";
        body["incremental_backup"] = Incremental(hour: "3");
        var answer = (await PutAsync($"backupschedulers/{uuid}/", body)).Is(200).Json;
        Assert.Equal(("new", "3", "v", 7), ((string?)answer["name"], (string?)answer["incremental_backup"]!["hour"], (string?)answer["meta"]!["k"], (int)answer["retention_policy"]!["rules"]![0]!["quantity"]!));
        (await PutAsync($"backupschedulers/{uuid}/", new JsonObject { ["name"] = "x" })).Refused(400, "validation", "incremental_backup");
    }

    [Fact]
    public async Task Lists_are_short_and_detailed_and_filtered_by_type()
    {
        await SchedulerAsync(NewScheduler());
        await SchedulerAsync(NewScheduler("backup"));
        var brief = (await GetAsync("backupschedulers/?type=backup")).Is(200);
        Assert.Equal(
            ["is_default", "is_enabled", "meta", "name", "orchestrator_timezone", "owner", "remote_location", "resource_uri", "type", "user_timezone", "uuid"],
            Assert.Single(brief.Objects)!.AsObject().Select(static member => member.Key));
        Assert.Equal("ZRH", (string?)brief.First["remote_location"]);
        Assert.Equal(2, (await GetAsync("backupschedulers/detail/?type=backup,snapshot")).Objects.Count);
        Assert.Equal("GET,POST,DELETE", (await SendAsync(Client, "OPTIONS", "backupschedulers/")).Text);
    }

    [Fact]
    public async Task A_drive_gets_a_scheduler_and_loses_it_again()
    {
        var (drive, scheduler) = (await DriveAsync(), await SchedulerAsync(NewScheduler()));
        var answer = (await LookAfterAsync(drive, scheduler)).Is(202).Json;
        Assert.Equal((drive, scheduler, $"/api/2.0/backupschedulers/{scheduler}/"), ((string?)answer["uuid"], (string?)answer["backup_scheduler"]!["uuid"], (string?)answer["backup_scheduler"]!["resource_uri"]));
        Assert.Null((await LookAfterAsync(drive, null)).Is(202).Json["backup_scheduler"]);
        await LookAfterAsync(drive, scheduler);
        Assert.Null((await LookAfterAsync(drive, "")).Is(202).Json["backup_scheduler"]);
        (await LookAfterAsync(drive, Guid.NewGuid().ToString())).Refused(400, "validation", "backup_policy_uuid");
        (await ActAsync("drives", drive, "set_scheduler")).Refused(400, "validation", "backup_policy_uuid");
    }

    [Fact]
    public async Task A_scheduler_that_is_deleted_leaves_its_drives()
    {
        var (drive, other) = (await DriveAsync(), await DriveAsync());
        var (gone, stays) = (await SchedulerAsync(NewScheduler()), await SchedulerAsync(NewScheduler()));
        await LookAfterAsync(drive, gone);
        await LookAfterAsync(other, stays);
        (await DeleteAsync("backupschedulers/", new JsonObject { ["objects"] = new JsonArray(new JsonObject { ["uuid"] = gone }) })).Is(204);
        Assert.Null((await GetAsync($"drives/{drive}/")).Json["backup_scheduler"]);
        Assert.Equal(stays, (string?)(await GetAsync($"drives/{other}/")).Json["backup_scheduler"]!["uuid"]);
        (await DeleteAsync($"backupschedulers/{stays}/")).Is(204);
        (await GetAsync($"backupschedulers/{stays}/")).Refused(404, "notexist");
    }
}
