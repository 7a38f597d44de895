// Backup schedulers at work on emulator time.
using System.Diagnostics;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.BackupSchedulers;

public sealed class SchedulerRunTests : StorageTest
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Each_due_moment_makes_a_snapshot_named_after_it()
    {
        var drive = await LiveDriveAsync();
        await LookAfterAsync(drive, await SchedulerAsync(With(NewScheduler(), ("incremental_backup", Incremental(everyHours: "", everyMinutes: "*/45")))));
        Clock.Advance(TimeSpan.FromHours(3));
        // The cloud begins at 03:04:05.
        Assert.Equal(["03_45_00", "04_30_00", "05_15_00", "06_00_00"], await TimesAsync());
    }

    [Fact]
    public async Task Thirty_days_at_once_make_and_retire_all_in_order()
    {
        var drive = await LiveDriveAsync();
        var policy = With(
            NewScheduler(), ("incremental_backup", Incremental(hour: "1", minute: "0", everyHours: "")), ("user_timezone", "Europe/Zurich"),
            ("retention_policy", Keep(Rule("days", 7), Rule("weeks", 4, 1))));
        await LookAfterAsync(drive, await SchedulerAsync(policy));
        var byHand = await SnapshotAsync(drive, "by hand");
        Clock.Advance(30 * Day);
        var names = (await GetAsync("snapshots/?limit=0")).Names;
        Assert.Equal("by hand", names[0]);
        // Mondays of four weeks, and the last seven days; 01:00 in Zurich is 00:00 UTC, so a Monday there begins at midnight UTC.
        Assert.Equal(
            ["01-05", "01-12", "01-19", "01-26", "01-27", "01-28", "01-29", "01-30", "01-31", "02-01"],
            names[1..].Select(static name => name[^15..^10]));
        (await GetAsync($"snapshots/{byHand}/")).Is(200);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public async Task Steps_and_leaps_give_the_same(int steps)
    {
        var policy = With(NewScheduler(), ("retention_policy", Keep(Rule("days", 2))), ("incremental_backup", Incremental(everyHours: "*/12")));
        await LookAfterAsync(await LiveDriveAsync(), await SchedulerAsync(policy));
        for (var step = 0; step < steps; step++)
        {
            Clock.Advance(10 * Day / steps);
            Assert.Equal(Math.Min(20 * (step + 1) / steps, 4), (await GetAsync("snapshots/")).Objects.Count);
        }

        Assert.Equal(["01-10__12_00", "01-11__00_00", "01-11__12_00", "01-12__00_00"], (await GetAsync("snapshots/")).Names.Select(static name => name[^15..^3]));
    }

    [Fact]
    public async Task Only_drives_of_running_servers_are_looked_after()
    {
        var (idle, live) = (await DriveAsync(), await DriveAsync());
        var stopped = await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(idle), Attachment(live, "0:1")))));
        var scheduler = await SchedulerAsync(NewScheduler());
        await LookAfterAsync(idle, scheduler);
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.Empty((await GetAsync("snapshots/")).Objects);
        await ActAsync("servers", stopped, "start");
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(idle, (string?)Assert.Single((await GetAsync("snapshots/")).Objects)!["drive"]!["uuid"]);
    }

    [Fact]
    public async Task Backups_go_to_the_location_and_keep_the_pause_of_thirty_minutes()
    {
        var drive = await LiveDriveAsync();
        var policy = With(NewScheduler("backup"), ("remote_location", "FRA"), ("incremental_backup", Incremental(everyHours: "", everyMinutes: "*/20")));
        await LookAfterAsync(drive, await SchedulerAsync(policy));
        Clock.Advance(TimeSpan.FromHours(2));
        var made = (await GetAsync("remotesnapshots/?limit=0")).Objects;
        // The run after each one is skipped, for only 20 minutes have gone by.
        Assert.Equal(["03:20:00", "04:00:00", "04:40:00"], made.Select(static entry => ((string)entry!["timestamp"]!)[11..19]));
        Assert.All(made, static entry => Assert.Equal(("FRA", "available"), ((string?)entry!["location"], (string?)entry["status"])));
        Assert.Empty((await GetAsync("snapshots/")).Objects);
    }

    [Fact]
    public async Task Retention_deletes_old_backups_but_none_that_is_cloned()
    {
        var drive = await LiveDriveAsync();
        var policy = With(NewScheduler("backup"), ("retention_policy", Keep(Rule("days", 1))), ("incremental_backup", Incremental(everyHours: "*/12")));
        await LookAfterAsync(drive, await SchedulerAsync(policy));
        Clock.Advance(TimeSpan.FromHours(9));
        var first = (string)Assert.Single((await GetAsync("remotesnapshots/")).Objects)!["uuid"]!;
        // It is not kept from the next noon on, five seconds after the clone begins.
        Clock.Advance(new DateTimeOffset(2026, 1, 3, 11, 59, 55, TimeSpan.Zero) - Clock.GetUtcNow());
        (await ActAsync("remotesnapshots", first, "clone")).Is(202);
        Clock.Advance(TimeSpan.FromSeconds(9));
        (await GetAsync($"remotesnapshots/{first}/")).Is(200);
        Clock.Advance(TimeSpan.FromHours(12));
        (await GetAsync($"remotesnapshots/{first}/")).Refused(404, "notexist");
    }

    [Fact]
    public async Task A_change_of_the_schedule_counts_from_now_on()
    {
        var drive = await LiveDriveAsync();
        var uuid = await SchedulerAsync(NewScheduler());
        await LookAfterAsync(drive, uuid);
        Clock.Advance(TimeSpan.FromHours(1));
        await PutAsync($"backupschedulers/{uuid}/", With(NewScheduler(), ("incremental_backup", Incremental(hour: "6", minute: "30", everyHours: ""))));
        Clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(["04_00_00", "06_30_00"], await TimesAsync());
        await PutAsync($"backupschedulers/{uuid}/", With(NewScheduler(), ("is_enabled", false)));
        Clock.Advance(Day);
        Assert.Equal(2, (await TimesAsync()).Length);
        await PutAsync($"backupschedulers/{uuid}/", NewScheduler());
        (await PutAsync($"backupschedulers/{uuid}/", With(NewScheduler(), ("is_enabled", "no")))).Refused(400, "validation", "is_enabled");
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(3, (await TimesAsync()).Length);
    }

    [Fact]
    public async Task Nothing_is_made_after_the_drive_has_left_or_the_scheduler_has_gone_or_by_other_types()
    {
        var drive = await LiveDriveAsync();
        var uuid = await SchedulerAsync(NewScheduler());
        await LookAfterAsync(drive, uuid);
        await LookAfterAsync(drive, null);
        Clock.Advance(Day);
        await LookAfterAsync(drive, uuid);
        await DeleteAsync($"backupschedulers/{uuid}/");
        Clock.Advance(Day);
        await LookAfterAsync(drive, await SchedulerAsync(NewScheduler("dr")));
        Clock.Advance(Day);
        Assert.Empty((await GetAsync("snapshots/")).Objects);
    }

    [Fact]
    public async Task A_full_drive_is_passed_over_until_there_is_room()
    {
        var drive = await LiveDriveAsync();
        await LookAfterAsync(drive, await SchedulerAsync(NewScheduler()));
        Clock.Advance(5 * Day);
        var all = (await GetAsync("snapshots/?limit=0")).Objects;
        Assert.Equal(90, all.Count);
        await DeleteAsync($"snapshots/{all[0]!["uuid"]}/");
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(90, (await TimesAsync()).Length);
    }

    [Fact]
    public async Task A_seeded_scheduler_works_like_any_other()
    {
        var (drive, scheduler) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var plan = new JsonObject
        {
            ["drives"] = new JsonArray(With(NewDrive(), ("uuid", drive))),
            ["backupschedulers"] = new JsonArray(With(NewScheduler(), ("uuid", scheduler))),
            ["snapshots"] = new JsonArray(new JsonObject { ["drive"] = drive }),
            ["remotesnapshots"] = new JsonArray(NewRemote(drive)),
        };
        (await PostAsync("/_emulator/seed", plan)).Is(200);
        Assert.Equal("available", (string?)(await GetAsync("snapshots/")).First["status"]);
        Assert.Equal("available", (string?)(await GetAsync("remotesnapshots/")).First["status"]);
        await RunningServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(drive)))));
        await LookAfterAsync(drive, scheduler);
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(3, (await TimesAsync()).Length);
    }

    [Fact]
    public async Task A_leap_of_a_century_ends_soon()
    {
        var drive = await LiveDriveAsync();
        await LookAfterAsync(drive, await SchedulerAsync(With(NewScheduler(), ("retention_policy", Keep(Rule("days", 1))))));
        var watch = Stopwatch.StartNew();
        Cloud.AdvanceTime(TimeSpan.FromDays(36500));
        Assert.Equal(24, (await GetAsync("snapshots/?limit=0")).Objects.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    private async Task<string[]> TimesAsync() => [.. (await GetAsync("snapshots/?limit=0")).Names.Select(static name => name[^8..])];
}
