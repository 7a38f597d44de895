// The part of the scenario that resizes and deletes drives, and asks where they lie.
namespace CloudSigma.Sdk.IntegrationTests.Recording;

internal static class StorageSteps
{
    public static async Task RunAsync(Recorder recorder, CloudSigmaClient client)
    {
        await recorder.RecordAsync("drives-schema", () => client.Drives.GetSchemaAsync());
        var drives = await recorder.RecordAsync("drives-create-bulk-avoid", () => client.Drives.CreateManyAsync(
            [.. Enumerable.Range(1, 3).Select(static i => new NewDrive { Name = $"disk {i}", Size = ByteSize.GiB(1) })]));
        var fast = await recorder.RecordAsync("drives-create-ephemeral", () => client.Drives.CreateAsync(
            new NewDrive { Name = "scratch", Size = ByteSize.GiB(20), StorageType = StorageType.LocalNvme }));
        recorder.Wait(5);
        await recorder.RecordAsync("drives-resize", () => client.Drives.ResizeAsync(drives[0].Uuid, ByteSize.GiB(3)));
        await recorder.RecordRefusalAsync("drives-resize-busy", () => client.Drives.ResizeAsync(drives[0].Uuid, ByteSize.GiB(4)));
        recorder.Wait(5);
        await recorder.RecordAsync("drives-get-larger", () => client.Drives.GetAsync(drives[0].Uuid));
        await recorder.RecordAsync("drives-resize-ephemeral", () => client.Drives.ResizeAsync(fast.Uuid, ByteSize.GiB(40)));
        await recorder.RecordRefusalAsync("drives-clone-ephemeral", () => client.Drives.CloneAsync(fast.Uuid));
        await recorder.RecordRefusalAsync("drives-create-unknown-storage", () => client.Drives.CreateAsync(
            new NewDrive { Name = "tape", Size = ByteSize.GiB(1), StorageType = new StorageType("tape") }));
        await recorder.RecordAsync("drives-availability-groups", () => client.Drives.GetAvailabilityGroupsAsync());
        await recorder.RecordAsync("drives-availability-group", () => client.Drives.GetAvailabilityGroupAsync(drives[1].Uuid));
        await recorder.RecordRefusalAsync("drives-delete-bulk-missing", () => client.Drives.DeleteManyAsync([drives[0].Uuid, Guid.Parse("00000000-0000-4000-8000-000000000001")]));
        await recorder.RecordAsync("drives-delete-bulk", () => client.Drives.DeleteManyAsync([fast.Uuid, .. drives.Select(static d => d.Uuid)]));
    }
}
