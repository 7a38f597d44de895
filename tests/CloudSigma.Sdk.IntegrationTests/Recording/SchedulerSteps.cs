// The part of the scenario that makes backup schedulers and attaches one to a drive.
namespace CloudSigma.Sdk.IntegrationTests.Recording;

internal static class SchedulerSteps
{
    public static async Task RunAsync(Recorder recorder, CloudSigmaClient client)
    {
        await recorder.RecordAsync("backupschedulers-schema", () => client.BackupSchedulers.GetSchemaAsync());
        var nightly = await recorder.RecordAsync("backupschedulers-create", () => client.BackupSchedulers.CreateAsync(new NewBackupScheduler
        {
            Name = "nightly",
            Type = BackupType.Snapshot,
            Schedule = BackupSchedule.At(new TimeOnly(2, 30)).OnDays(DayOfWeek.Monday, DayOfWeek.Thursday),
            Retention = RetentionPolicy.SonFatherGrandfather(sons: 7, fathers: 4, grandfathers: 12, DayOfWeek.Monday, 23),
            UserTimeZone = "Europe/Zurich",
        }));
        var more = await recorder.RecordAsync("backupschedulers-create-bulk", () => client.BackupSchedulers.CreateManyAsync(
        [
            new NewBackupScheduler { Name = "hourly", Type = BackupType.Snapshot, Schedule = BackupSchedule.Every(TimeSpan.FromHours(1)).Between(new TimeOnly(20, 0), new TimeOnly(23, 0)) },
            new NewBackupScheduler { Name = "away", Type = BackupType.Backup, RemoteLocation = "ZRH", Schedule = BackupSchedule.At(new TimeOnly(23, 59)).InMonths(2, 4, 6).OnDaysOfMonth(1) },
        ]));
        await recorder.RecordAsync("backupschedulers-get", () => client.BackupSchedulers.GetAsync(nightly.Uuid));
        await recorder.RecordAsync("backupschedulers-list", client.BackupSchedulers.ListSummariesAsync());
        await recorder.RecordAsync("backupschedulers-list-detail", client.BackupSchedulers.ListAsync());
        await recorder.RecordAsync("backupschedulers-list-detail-by-type", client.BackupSchedulers.ListAsync(new BackupSchedulerFilter().Type(BackupType.Backup)));
        nightly = await recorder.RecordAsync("backupschedulers-update", () => client.BackupSchedulers.UpdateAsync(
            nightly.WithSchedule(BackupSchedule.At(new TimeOnly(2, 0), new TimeOnly(14, 0))) with { Name = "twice a day" }));
        await recorder.RecordRefusalAsync("backupschedulers-create-nowhere", () => client.BackupSchedulers.CreateAsync(new NewBackupScheduler
        {
            Name = "lost",
            Type = BackupType.Snapshot,
            Schedule = BackupSchedule.Every(TimeSpan.FromHours(1)),
            UserTimeZone = "Mars/Olympus",
        }));

        var drive = await recorder.RecordAsync("drives-create-for-scheduler", () => client.Drives.CreateAsync(new NewDrive { Name = "to be saved by night", Size = ByteSize.GiB(1) }));
        recorder.Wait(5);
        await recorder.RecordAsync("drives-set-scheduler", () => client.Drives.SetSchedulerAsync(drive.Uuid, nightly.Uuid));
        await recorder.RecordRefusalAsync("drives-set-scheduler-missing", () => client.Drives.SetSchedulerAsync(drive.Uuid, Guid.Parse("00000000-0000-4000-8000-000000000001")));
        await recorder.RecordAsync("backupschedulers-delete", () => client.BackupSchedulers.DeleteAsync(nightly.Uuid));
        await recorder.RecordAsync("backupschedulers-delete-bulk", () => client.BackupSchedulers.DeleteManyAsync([.. more.Select(static s => s.Uuid)]));
    }
}
