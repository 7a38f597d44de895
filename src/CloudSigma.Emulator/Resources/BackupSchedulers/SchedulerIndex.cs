// Finds the drives of a backup scheduler, and keeps its schedule ready.
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.BackupSchedulers;

internal sealed class SchedulerIndex
{
    private readonly DocumentCollection _drives;
    private readonly HashSet<Document> _changedDrives;
    private readonly HashSet<Document> _changedSchedulers;
    private readonly Dictionary<Document, (BackupSchedule Schedule, RetentionPolicy Retention)> _policies = [];
    private readonly Dictionary<string, List<Document>> _byScheduler = new(StringComparer.Ordinal);
    private readonly Dictionary<Document, string> _schedulers = [];

    private SchedulerIndex(AccountPartition partition)
    {
        _drives = partition.Collection(DrivesResource.Name);
        _changedDrives = _drives.Watch();
        _changedSchedulers = partition.Collection(BackupSchedulersResource.Name).Watch();
    }

    public static SchedulerIndex Of(AccountPartition partition) => partition.Index(static owner => new SchedulerIndex(owner));

    /// <summary>The drives that the scheduler looks after, in the order in which they came.</summary>
    public IReadOnlyList<Document> Drives(string schedulerId)
    {
        if (_changedDrives.Count > 0) Refresh();
        return _byScheduler.TryGetValue(schedulerId, out var drives) ? drives : [];
    }

    /// <summary>When the scheduler works and what it keeps.</summary>
    public (BackupSchedule Schedule, RetentionPolicy Retention) Policy(Document scheduler)
    {
        foreach (var changed in _changedSchedulers) _policies.Remove(changed);
        _changedSchedulers.Clear();
        if (!_policies.TryGetValue(scheduler, out var policy))
        {
            policy = (BackupSchedule.Read(scheduler.Data, TimeZoneNames.Find(scheduler.Text("user_timezone"))), RetentionPolicy.Read(scheduler.Data));
            _policies.Add(scheduler, policy);
        }

        return policy;
    }

    private void Refresh()
    {
        foreach (var drive in _changedDrives)
        {
            var before = _schedulers.GetValueOrDefault(drive);
            var now = _drives.Find(drive.Id) == drive ? drive.Data["backup_scheduler"]?["uuid"]?.GetValue<string>() : null;
            if (before == now) continue;
            if (before is not null) _byScheduler[before].Remove(drive);
            if (now is null)
            {
                _schedulers.Remove(drive);
                continue;
            }

            _schedulers[drive] = now;
            if (!_byScheduler.TryGetValue(now, out var drives)) _byScheduler.Add(now, drives = []);
            drives.Add(drive);
        }

        _changedDrives.Clear();
    }
}
