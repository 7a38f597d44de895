// The code of docs/storage.md. Each region is a snippet there, word for word; SnippetTests compares, StorageTests runs them.
namespace CloudSigma.Sdk.IntegrationTests.Snippets;

internal static class StorageSnippets
{
    public static async Task<Drive[]> CreateManyAsync(ICloudSigmaClient client, CancellationToken cancellationToken)
    {
        #region create-many
        IReadOnlyList<Drive> made = await client.Drives.CreateManyAsync(
            [.. Enumerable.Range(1, 20).Select(i => new NewDrive { Name = $"data-{i:00}", Size = ByteSize.GiB(10) })], cancellationToken);

        // All waits share their requests: one list per interval, not one request per drive.
        Drive[] ready = await Task.WhenAll(made.Select(d => client.Drives.Track(d).WaitForCompletionAsync(cancellationToken: cancellationToken)));
        #endregion
        return ready;
    }

    public static async Task<Drive> CloneAsync(ICloudSigmaClient client, Guid source, IProgress<OperationProgress> console, CancellationToken cancellationToken)
    {
        #region clone
        Operation<Drive> clone = await client.Drives.CloneAsync(
            source, new CloneDriveOptions { Name = "copy", StorageType = StorageType.Nvme }, cancellationToken);
        File.WriteAllText("clone.txt", clone.Id); // enough to go on in another process

        Drive copy = await clone.WaitForCompletionAsync(console, cancellationToken);
        #endregion
        return copy;
    }

    public static async Task<Drive> ResumeAsync(ICloudSigmaClient client, CancellationToken cancellationToken)
    {
        #region resume
        Operation<Drive> clone = await client.Drives.ResumeAsync(File.ReadAllText("clone.txt"), cancellationToken);
        Drive copy = await clone.WaitForCompletionAsync(cancellationToken: cancellationToken);
        #endregion
        return copy;
    }

    public static async Task<Drive> ResizeAsync(ICloudSigmaClient client, Guid uuid, CancellationToken cancellationToken)
    {
        #region resize
        Operation<Drive> resize = await client.Drives.ResizeAsync(uuid, ByteSize.GiB(40), cancellationToken);
        Drive larger = await resize.WaitForCompletionAsync(cancellationToken: cancellationToken);
        #endregion
        return larger;
    }

    public static async Task<Drive> LibraryAsync(ICloudSigmaClient client, CancellationToken cancellationToken)
    {
        #region library
        LibraryDrive? image = null;
        await foreach (LibraryDrive candidate in client.Library.ListAsync(new LibraryDriveFilter().Distribution("Debian").Arch("64"), cancellationToken))
        {
            if (candidate.Media == DriveMedia.Disk) image ??= candidate;
        }

        Operation<Drive> install = await client.Library.CloneAsync(image!.Uuid, new CloneDriveOptions { Name = "web-system" }, cancellationToken);
        Drive system = await install.WaitForCompletionAsync(cancellationToken: cancellationToken);
        #endregion
        return system;
    }

    public static async Task<Drive> SnapshotAsync(ICloudSigmaClient client, Drive drive, CancellationToken cancellationToken)
    {
        #region snapshot
        Operation<Snapshot> taking = await client.Snapshots.StartCreateAsync(
            new NewSnapshot { Drive = drive.Uuid, Name = "before upgrade" }, cancellationToken);
        Snapshot snapshot = await taking.WaitForCompletionAsync(cancellationToken: cancellationToken);

        Operation<Drive> restoring = await client.Snapshots.RestoreAsync(snapshot, new CloneSnapshotOptions { Name = "restored" }, cancellationToken);
        Drive restored = await restoring.WaitForCompletionAsync(cancellationToken: cancellationToken);
        #endregion
        return restored;
    }

    public static async Task<RemoteSnapshot> RemoteSnapshotAsync(ICloudSigmaClient client, Drive drive, CancellationToken cancellationToken)
    {
        #region remote-snapshot
        Capabilities capabilities = await client.Capabilities.GetAsync(cancellationToken);
        string location = capabilities.RemoteSnapshots!.RemoteLocations[0];

        Operation<RemoteSnapshot> taking = await client.RemoteSnapshots.StartCreateAsync(
            new NewRemoteSnapshot { Drive = drive.Uuid, Location = location, Name = "off site" }, cancellationToken);
        RemoteSnapshot away = await taking.WaitForCompletionAsync(cancellationToken: cancellationToken);
        #endregion
        return away;
    }

    public static async Task<Drive> ScheduleAsync(ICloudSigmaClient client, Drive drive, CancellationToken cancellationToken)
    {
        #region schedule
        BackupScheduler nightly = await client.BackupSchedulers.CreateAsync(
            new NewBackupScheduler
            {
                Name = "nightly",
                Type = BackupType.Snapshot,
                Schedule = BackupSchedule.At(new TimeOnly(2, 30)).OnDays(DayOfWeek.Monday, DayOfWeek.Thursday),
                Retention = RetentionPolicy.SonFatherGrandfather(sons: 7, fathers: 4, grandfathers: 12),
                UserTimeZone = "Europe/Zurich",
            },
            cancellationToken);

        Operation<Drive> attach = await client.Drives.SetSchedulerAsync(drive.Uuid, nightly.Uuid, cancellationToken);
        Drive scheduled = await attach.WaitForCompletionAsync(cancellationToken: cancellationToken);
        #endregion
        return scheduled;
    }

    public static async Task<IReadOnlyList<Guid>> RedundantPairAsync(ICloudSigmaClient client, Drive first, CancellationToken cancellationToken)
    {
        #region redundancy
        Operation<Drive> cloning = await client.Drives.CloneAsync(first.Uuid, new CloneDriveOptions { Name = "second", Avoid = [first.Uuid] }, cancellationToken);
        Drive second = await cloning.WaitForCompletionAsync(cancellationToken: cancellationToken);

        // Best effort, so look whether it worked.
        IReadOnlyList<Guid> neighbours = await client.Drives.GetAvailabilityGroupAsync(first.Uuid, cancellationToken);
        if (neighbours.Contains(second.Uuid)) Console.WriteLine("Both copies lie on one storage host.");
        #endregion
        return neighbours;
    }

    public static async Task DeleteAsync(ICloudSigmaClient client, IReadOnlyList<Guid> uuids, Guid one, CancellationToken cancellationToken)
    {
        #region delete
        await client.Drives.DeleteManyAsync(uuids, cancellationToken);
        bool was = await client.Drives.DeleteIfExistsAsync(one, cancellationToken); // false when it was gone already
        #endregion
        Assert.False(was);
    }
}
