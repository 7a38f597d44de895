// The part of the scenario that looks at what a seed has brought: private clouds and VMware servers.
namespace CloudSigma.Sdk.IntegrationTests.Recording;

internal static class PrivateCloudSteps
{
    public static async Task RunAsync(Recorder recorder, CloudSigmaClient client)
    {
        await recorder.SeedAsync("""{"vpc": 1, "nodes": 2, "hostavailabilityzones": 1, "vmware_servers": 2}""");
        var clouds = client.PrivateClouds;
        await recorder.RecordAsync("vpc-schema", () => clouds.GetSchemaAsync());
        var all = await recorder.RecordAsync("vpc-list", clouds.ListAsync());
        var cloud = await recorder.RecordAsync("vpc-get", () => clouds.GetAsync(all[0].Uuid));
        await recorder.RecordAsync("vpc-update", () => clouds.UpdateAsync(cloud with { Name = "inner cloud" }));
        var nodes = await recorder.RecordAsync("nodes-list", clouds.ListNodesAsync());
        await recorder.RecordAsync("nodes-get", () => clouds.GetNodeAsync(nodes[0].Uuid));
        await recorder.RecordAsync("hostavailabilityzones-list", clouds.ListAvailabilityZonesAsync());
        var pools = await recorder.RecordAsync("hostallocationpools-list", clouds.ListAllocationPoolsAsync());
        var pool = await recorder.RecordAsync("hostallocationpools-get", () => clouds.GetAllocationPoolAsync(pools[0].Uuid));
        await recorder.RecordAsync("hostallocationpools-update", () => clouds.UpdateAllocationPoolAsync(pool with { Name = "first pool" }));

        await recorder.RecordAsync("vmware-servers-schema", () => client.VmwareServers.GetSchemaAsync());
        var servers = await recorder.RecordAsync("vmware-servers-list", client.VmwareServers.ListAsync());
        await recorder.RecordAsync("vmware-servers-get", () => client.VmwareServers.GetAsync(servers[0].Uuid));
    }
}
