// The part of the scenario that makes, restores and deletes snapshots, and counts remote desktop users.
namespace CloudSigma.Sdk.IntegrationTests.Recording;

internal static class SnapshotSteps
{
    public static async Task RunAsync(Recorder recorder, CloudSigmaClient client)
    {
        var drive = await recorder.RecordAsync("drives-create-for-snapshots", () => client.Drives.CreateAsync(new NewDrive { Name = "to be saved", Size = ByteSize.GiB(1) }));
        recorder.Wait(5);
        await LocalAsync(recorder, client, drive.Uuid);
        await RemoteAsync(recorder, client, drive.Uuid);
        await recorder.RecordAsync("driveusers-create", () => client.DriveUsers.CreateAsync(drive.Uuid, 5));
        await recorder.RecordAsync("driveusers-get", () => client.DriveUsers.GetAsync(drive.Uuid));
        await recorder.RecordAsync("driveusers-update", () => client.DriveUsers.UpdateAsync(drive.Uuid, 7));
        await recorder.RecordAsync("driveusers-list", client.DriveUsers.ListAsync());
        await recorder.RecordAsync("driveusers-delete", () => client.DriveUsers.DeleteAsync(drive.Uuid));
        await recorder.RecordRefusalAsync("driveusers-get-missing", () => client.DriveUsers.GetAsync(drive.Uuid));
    }

    private static async Task LocalAsync(Recorder recorder, CloudSigmaClient client, Guid drive)
    {
        await recorder.RecordAsync("snapshots-schema", () => client.Snapshots.GetSchemaAsync());
        var first = await recorder.RecordAsync("snapshots-create", () => client.Snapshots.CreateAsync(
            new NewSnapshot { Drive = drive, Name = "before upgrade", Meta = new Dictionary<string, string> { ["k"] = "v" } }));
        var more = await recorder.RecordAsync("snapshots-create-bulk", () => client.Snapshots.CreateManyAsync([new NewSnapshot { Drive = drive }, new NewSnapshot { Drive = drive }]));
        await recorder.RecordAsync("snapshots-get-creating", () => client.Snapshots.GetAsync(first.Uuid));
        recorder.Wait(60);
        first = await recorder.RecordAsync("snapshots-get", () => client.Snapshots.GetAsync(first.Uuid));
        await recorder.RecordAsync("snapshots-list", client.Snapshots.ListAsync());
        await recorder.RecordAsync("snapshots-list-detail", client.Snapshots.ListAsync(new SnapshotFilter().Drive(drive)));
        using (var paged = recorder.Client(pageSize: 2)) await recorder.RecordAsync("snapshots-list-detail-pages", paged.Snapshots.ListAsync());
        await recorder.RecordAsync("snapshots-update", () => client.Snapshots.UpdateAsync(first with { Name = "after upgrade" }));
        await recorder.RecordAsync("snapshots-update-definition", () => client.Snapshots.UpdateAsync(more[0].Uuid, new NewSnapshot { Drive = drive, Name = "second" }));
        await recorder.RecordAsync("snapshots-clone", () => client.Snapshots.RestoreAsync(first, new CloneSnapshotOptions { Name = "restored", Avoid = [drive] }));
        recorder.Wait(60);
        await recorder.RecordAsync("snapshots-delete", () => client.Snapshots.DeleteAsync(first.Uuid));
        await recorder.RecordAsync("snapshots-delete-bulk", () => client.Snapshots.DeleteManyAsync([.. more.Select(static s => s.Uuid)]));
        await recorder.RecordRefusalAsync("snapshots-get-missing", () => client.Snapshots.GetAsync(first.Uuid));
    }

    private static async Task RemoteAsync(Recorder recorder, CloudSigmaClient client, Guid drive)
    {
        await recorder.RecordAsync("remotesnapshots-schema", () => client.RemoteSnapshots.GetSchemaAsync());
        var snapshot = await recorder.RecordAsync("remotesnapshots-create", () => client.RemoteSnapshots.CreateAsync(
            new NewRemoteSnapshot { Drive = drive, Location = "ZRH", Name = "b1", Meta = new Dictionary<string, string>(), Tags = [] }));
        await recorder.RecordRefusalAsync("remotesnapshots-delete-too-early", () => client.RemoteSnapshots.DeleteAsync(snapshot.Uuid));
        recorder.Wait(1860);
        snapshot = await recorder.RecordAsync("remotesnapshots-get", () => client.RemoteSnapshots.GetAsync(snapshot.Uuid));
        await recorder.RecordAsync("remotesnapshots-list", client.RemoteSnapshots.ListAsync());
        await recorder.RecordAsync("remotesnapshots-list-detail", client.RemoteSnapshots.ListAsync(new RemoteSnapshotFilter().Drive(drive)));
        await recorder.RecordAsync("remotesnapshots-update", () => client.RemoteSnapshots.UpdateAsync(snapshot with { Name = "b2" }));
        await recorder.RecordAsync("remotesnapshots-clone", () => client.RemoteSnapshots.RestoreAsync(snapshot));
        recorder.Wait(60);
        await recorder.RecordAsync("remotesnapshots-delete", () => client.RemoteSnapshots.DeleteAsync(snapshot.Uuid));
        var last = await recorder.RecordAsync("remotesnapshots-create-again", () => client.RemoteSnapshots.CreateAsync(new NewRemoteSnapshot { Drive = drive, Location = "ZRH" }));
        recorder.Wait(600);
        await recorder.RecordAsync("remotesnapshots-delete-bulk", () => client.RemoteSnapshots.DeleteManyAsync([last.Uuid]));
    }
}
