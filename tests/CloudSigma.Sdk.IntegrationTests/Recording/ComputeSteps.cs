// The part of the scenario that does with servers what can be done, and runs backfilling servers.
namespace CloudSigma.Sdk.IntegrationTests.Recording;

internal static class ComputeSteps
{
    public static async Task RunAsync(Recorder recorder, CloudSigmaClient client)
    {
        var disk = await recorder.RecordAsync("drives-create-for-servers", () => client.Drives.CreateAsync(new NewDrive { Name = "disk of node 1", Size = ByteSize.GiB(2) }));
        recorder.Wait(5);
        var node = await recorder.RecordAsync("servers-create-node", () => client.Servers.CreateAsync(
            New("node 1").AttachDrive(disk.Uuid, boot: true).AddNic(NicConfiguration.Dhcp())));
        await recorder.RecordAsync("servers-start-node", () => client.Servers.StartAsync(node.Uuid));
        recorder.Wait(10);
        await RunningAsync(recorder, client, node.Uuid);
        await recorder.RecordAsync("servers-shutdown", () => client.Servers.ShutdownAsync(node.Uuid));
        recorder.Wait(10);
        await recorder.RecordRefusalAsync("servers-restart-stopped", () => client.Servers.RestartAsync(node.Uuid));
        await CloneAsync(recorder, client, node.Uuid);
        using var spare = recorder.Client(account: Recorder.Friend);
        await BackfillAsync(recorder, spare);
    }

    private static NewServer New(string name) => new() { Name = name, Cpu = 1000, Memory = ByteSize.MiB(512), VncPassword = "secret12" };

    private static async Task RunningAsync(Recorder recorder, CloudSigmaClient client, Guid node)
    {
        await recorder.RecordAsync("servers-runtime", () => client.Servers.GetRuntimeAsync(node));
        await recorder.RecordAsync("servers-availability-groups", () => client.Servers.GetAvailabilityGroupsAsync());
        await recorder.RecordAsync("servers-availability-group", () => client.Servers.GetAvailabilityGroupAsync(node));
        await recorder.RecordAsync("servers-open-vnc", () => client.Servers.OpenVncAsync(node));
        await recorder.RecordAsync("servers-close-vnc", () => client.Servers.CloseVncAsync(node));
        await recorder.RecordAsync("servers-open-console", () => client.Servers.OpenConsoleAsync(node));
        await recorder.RecordAsync("servers-close-console", () => client.Servers.CloseConsoleAsync(node));
        recorder.Wait(60);
        await recorder.RecordAsync("servers-restart", () => client.Servers.RestartAsync(node));
    }

    private static async Task CloneAsync(Recorder recorder, CloudSigmaClient client, Guid node)
    {
        var clone = await recorder.RecordAsync("servers-clone", () => client.Servers.CloneAsync(node, new CloneServerOptions { Name = "node 2", Avoid = [node] }));
        recorder.Wait(5);
        await recorder.RecordAsync("jobs-get-with-parts", () => client.Jobs.GetAsync(clone.Value.Jobs[0].Uuid));
        recorder.Wait(60);
        await recorder.RecordAsync("servers-get-clone", () => client.Servers.GetAsync(clone.Value.Uuid));
        await recorder.RecordRefusalAsync("servers-delete-bulk-missing", () => client.Servers.DeleteManyAsync([node, Guid.Parse("00000000-0000-4000-8000-000000000001")]));
        await recorder.RecordAsync("servers-delete-bulk", () => client.Servers.DeleteManyAsync([node, clone.Value.Uuid], new DeleteServerOptions { Recurse = RecurseDrives.Disks }));
    }

    private static async Task BackfillAsync(Recorder recorder, CloudSigmaClient client)
    {
        var servers = client.BackfillingServers;
        await recorder.RecordAsync("bservers-schema", () => servers.GetSchemaAsync());
        var server = await recorder.RecordAsync("bservers-create", () => servers.CreateAsync(New("spare")));
        await recorder.RecordAsync("bservers-list", servers.ListSummariesAsync());
        await recorder.RecordAsync("bservers-list-detail", servers.ListAsync());
        await recorder.RecordAsync("bservers-update", () => servers.UpdateAsync(server with { Name = "spare 2" }));
        await recorder.RecordAsync("bservers-start", () => servers.StartAsync(server.Uuid));
        recorder.Wait(10);
        await recorder.RecordAsync("bservers-get", () => servers.GetAsync(server.Uuid));
        await recorder.RecordAsync("bservers-stop", () => servers.StopAsync(server.Uuid));
        recorder.Wait(10);
        await recorder.RecordAsync("bservers-delete", () => servers.DeleteAsync(server.Uuid));
    }
}
