// /backupschedulers/: policies that make snapshots by the calendar and delete them again.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Capabilities;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.BackupSchedulers;

internal static class BackupSchedulersResource
{
    public const string Name = "backupschedulers";

    /// <summary>The type that makes local snapshots.</summary>
    public const string Local = "snapshot";

    /// <summary>The type that makes remote snapshots.</summary>
    public const string Remote = "backup";

    public static ResourceDefinition Create() => new(Name, BackupSchedulerFields.All())
    {
        HasDetail = true,
        ShortMembers =
        [
            "is_default", "is_enabled", "meta", "name", "orchestrator_timezone", "owner", "remote_location", "resource_uri", "type", "user_timezone", "uuid",
        ],
        ListMethods = ["GET", "POST", "DELETE"],
        Filters = [.. FilterDefinition.Usual, new FilterDefinition("type", "type") { SchemaValue = null }],
        Ordering = ["uuid", "name"],
        OnCreate = static (request, scheduler) => Complete(request, scheduler, scheduler.Data),
        OnUpdate = Complete,
        OnDelete = static (_, scheduler) =>
        {
            foreach (var drive in SchedulerIndex.Of(scheduler.Partition).Drives(scheduler.Id).ToArray()) drive.Set("backup_scheduler", null);
        },
        Events = SchedulerRuns.Events,
    };

    // A scheduler of backups that names no place shows the one that it uses.
    private static void Complete(RequestContext request, Document scheduler, JsonObject values)
    {
        if ((values["type"] ?? scheduler.Data["type"])!.GetValue<string>() == Remote
            && (values["remote_location"] ?? scheduler.Data["remote_location"])?.GetValue<string>() is null or "")
        {
            values["remote_location"] = CloudLimits.RemoteLocations[0];
        }

        if (values["user_timezone"] is { } zone && !TimeZoneNames.IsKnownHere(zone.GetValue<string>()))
            request.Warn($"This machine does not know the time zone {zone}; the schedule follows UTC.");
        SchedulerRuns.Replan(scheduler);
    }
}
