// What tests of snapshots and backup schedulers have in common.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Tests.Support;

public abstract class StorageTest : EmulatorTest
{
    protected static JsonObject NewRemote(string drive) => new() { ["drive"] = drive, ["location"] = "ZRH", ["name"] = "backup" };

    /// <summary>A scheduler that works every hour in UTC and keeps everything.</summary>
    protected static JsonObject NewScheduler(string type = "snapshot") => new()
    {
        ["type"] = type,
        ["name"] = "policy",
        ["is_enabled"] = true,
        ["is_default"] = true,
        ["manual_incremental_backup"] = "",
        ["retention_policy"] = new JsonObject(),
        ["incremental_backup"] = Incremental(),
        ["user_timezone"] = "Etc/UTC",
    };

    protected static JsonObject Incremental(string hour = "", string minute = "", string everyHours = "*/1", string everyMinutes = "") => new()
    {
        ["day_of_month"] = "*",
        ["day_of_week"] = new JsonArray("*"),
        ["month"] = "*",
        ["hour"] = hour,
        ["minute"] = minute,
        ["repeat"] = new JsonObject { ["hour"] = everyHours, ["minute"] = everyMinutes },
        ["start_time"] = new JsonObject { ["hour"] = "", ["minute"] = "" },
        ["end_time"] = new JsonObject { ["hour"] = "", ["minute"] = "" },
    };

    protected static JsonObject Rule(string period, int quantity, int? option = null)
    {
        var rule = new JsonObject { ["period"] = period, ["quantity"] = quantity };
        if (option is not null) rule["time_option"] = option;
        return rule;
    }

    protected static JsonObject Keep(params JsonObject[] rules) => new() { ["name"] = "keep", ["rules"] = new JsonArray([.. rules]) };

    protected async Task<string> SchedulerAsync(JsonObject body) => (await PostAsync("backupschedulers/", body)).Is(201).Uuid;

    protected Task<Answer> LookAfterAsync(string drive, string? scheduler) =>
        ActAsync("drives", drive, "set_scheduler", new JsonObject { ["backup_policy_uuid"] = scheduler });

    /// <summary>A drive of a running server.</summary>
    protected async Task<string> LiveDriveAsync()
    {
        var drive = await DriveAsync();
        await RunningServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(drive)))));
        return drive;
    }

    /// <summary>A snapshot that is available.</summary>
    protected async Task<string> SnapshotAsync(string drive, string? name = null)
    {
        var uuid = (await PostAsync("snapshots/", new JsonObject { ["drive"] = drive, ["name"] = name })).Is(201).Uuid;
        Wait(2);
        return uuid;
    }

    /// <summary>A remote snapshot that is available.</summary>
    protected async Task<string> RemoteAsync(string drive)
    {
        var uuid = (await PostAsync("remotesnapshots/", NewRemote(drive))).Is(201).Uuid;
        Wait(12);
        return uuid;
    }
}
