// Lets backup schedulers work: each run makes what is due and deletes what is not kept any more, and plans the next run.
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Resources.Servers;
using CloudSigma.Emulator.Resources.Snapshots;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.BackupSchedulers;

internal static class SchedulerRuns
{
    private const string PlanEvent = "plan";
    private const string RunEvent = "run";
    private const string Due = "due";
    private const string Maker = "scheduler";

    // Who moves the time by centuries need not wait for all the runs; what they would have made is gone long since.
    private static readonly TimeSpan LongestCatchUp = TimeSpan.FromDays(3 * 366);

    public static IReadOnlyDictionary<string, Action<Document>> Events { get; } = new Dictionary<string, Action<Document>>
    {
        [PlanEvent] = Plan,
        [RunEvent] = Run,
    };

    /// <summary>Plans the next run when the request is done, for its changes are stored only then.</summary>
    public static void Replan(Document scheduler)
    {
        var state = scheduler.Partition.State;
        state.Scheduler.At(scheduler, PlanEvent, state.Now);
    }

    private static void Plan(Document scheduler)
    {
        // These are events, never part of a request, so nothing has to be taken back. The definition does not change.
        scheduler.Hidden.Remove(Due);
        if (!scheduler.Data["is_enabled"]!.GetValue<bool>() || scheduler.Text("type") is not (BackupSchedulersResource.Local or BackupSchedulersResource.Remote)) return;
        var state = scheduler.Partition.State;
        var oldest = state.Scheduler.Present - LongestCatchUp;
        if (SchedulerIndex.Of(scheduler.Partition).Policy(scheduler).Schedule.NextAfter(oldest > state.Now ? oldest : state.Now) is not { } due) return;
        scheduler.Hidden[Due] = due.Ticks;
        state.Scheduler.At(scheduler, RunEvent, due);
    }

    private static void Run(Document scheduler)
    {
        // A run that was planned before the schedule changed has nothing to do.
        if (scheduler.Hidden[Due]?.GetValue<long>() != scheduler.Partition.State.Now.Ticks) return;
        var index = SchedulerIndex.Of(scheduler.Partition);
        var (schedule, retention) = index.Policy(scheduler);
        foreach (var drive in index.Drives(scheduler.Id))
        {
            // What is made now is first judged by the next run.
            Retire(scheduler, SnapshotIndex.Local(drive.Partition).Of(drive.Id), retention, schedule.Zone);
            Retire(scheduler, SnapshotIndex.Remote(drive.Partition).Of(drive.Id), retention, schedule.Zone);
            Make(scheduler, drive);
        }

        Plan(scheduler);
    }

    // Only drives of running servers change, so only they are looked after.
    private static void Make(Document scheduler, Document drive)
    {
        if (!MountIndex.Everywhere(drive).Any(static server => server.Status == ServerStatus.Running)) return;
        Document made;
        if (scheduler.Text("type") == BackupSchedulersResource.Local)
        {
            if (SnapshotRules.LocalRefusal(drive, stored: 0) is not null) return;
            made = SnapshotsResource.Take(drive);
        }
        else
        {
            if (SnapshotRules.RemoteRefusal(drive, made: null) is not null) return;
            made = RemoteSnapshotsResource.Take(drive, scheduler.Text("remote_location"));
        }

        made.Hidden[Maker] = scheduler.Id;
    }

    private static void Retire(Document scheduler, IReadOnlyList<Document> snapshots, RetentionPolicy retention, TimeZoneInfo zone)
    {
        if (retention.KeepsAll) return;
        var keeps = retention.Judge(scheduler.Partition.State.Now, zone);
        foreach (var snapshot in snapshots.Where(snapshot => snapshot.Hidden[Maker]?.GetValue<string>() == scheduler.Id).ToArray())
        {
            if (snapshot.Status != SnapshotStatus.Available || DriveStatus.Clones(snapshot) > 0) continue;
            if (!keeps(new DateTimeOffset(SnapshotOrigin.Taken(snapshot), TimeSpan.Zero)))
                snapshot.Partition.Collection(snapshot.Resource).Remove(snapshot);
        }
    }
}
