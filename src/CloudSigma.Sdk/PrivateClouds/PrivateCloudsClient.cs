// Private clouds and the hosts of their account over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class PrivateCloudsClient(ApiPipeline pipeline) : IPrivateCloudsClient
{
    public Pageable<PrivateCloud> ListAsync(CancellationToken cancellationToken = default) =>
        pipeline.List(new ListRequest<PrivateCloud, Guid>("vpc-list", "vpc/", SdkJson.Context.PrivateCloud, static c => c.Uuid), cancellationToken);

    public Task<PrivateCloud> GetAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Get("vpc-get", $"vpc/{uuid:D}/"), SdkJson.Context.PrivateCloud, cancellationToken);
    }

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        pipeline.GetSchemaAsync("vpc-schema", "vpc/schema/", cancellationToken);

    public Task<PrivateCloud> UpdateAsync(PrivateCloud cloud, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        Guard.HasUuid(cloud.Uuid, nameof(cloud));
        Guard.Label(cloud.Name, nameof(cloud));
        Guard.Text(cloud.Description, "Description", nameof(cloud));
        foreach (var node in cloud.Nodes) ArgumentNullException.ThrowIfNull(node, nameof(cloud));
        // Requests name nodes by their uuids. Absent stays absent, for then the nodes stay too.
        if (cloud._nodes.HasValue) cloud = cloud with { Nodes = [.. cloud.Nodes.Select(static n => n.Uuid == Guid.Empty ? n : new ResourceReference(n.Uuid))] };
        return pipeline.SendAsync(ApiRequest.Put("vpc-update", $"vpc/{cloud.Uuid:D}/", cloud, SdkJson.Context.PrivateCloud), SdkJson.Context.PrivateCloud, cancellationToken);
    }

    public Pageable<PrivateCloudNode> ListNodesAsync(CancellationToken cancellationToken = default) =>
        pipeline.List(new ListRequest<PrivateCloudNode, Guid>("nodes-list", "nodes/", SdkJson.Context.PrivateCloudNode, static n => n.Uuid), cancellationToken);

    public Task<PrivateCloudNode> GetNodeAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Get("nodes-get", $"nodes/{uuid:D}/"), SdkJson.Context.PrivateCloudNode, cancellationToken);
    }

    public Pageable<HostAvailabilityZone> ListAvailabilityZonesAsync(CancellationToken cancellationToken = default) =>
        pipeline.List(
            new ListRequest<HostAvailabilityZone, Guid>("hostavailabilityzones-list", "hostavailabilityzones/", SdkJson.Context.HostAvailabilityZone, static z => z.Uuid),
            cancellationToken);

    public Pageable<HostAllocationPool> ListAllocationPoolsAsync(CancellationToken cancellationToken = default) =>
        pipeline.List(
            new ListRequest<HostAllocationPool, Guid>("hostallocationpools-list", "hostallocationpools/", SdkJson.Context.HostAllocationPool, static p => p.Uuid),
            cancellationToken);

    public Task<HostAllocationPool> GetAllocationPoolAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Get("hostallocationpools-get", $"hostallocationpools/{uuid:D}/"), SdkJson.Context.HostAllocationPool, cancellationToken);
    }

    public Task<HostAllocationPool> UpdateAllocationPoolAsync(HostAllocationPool pool, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pool);
        Guard.HasUuid(pool.Uuid, nameof(pool));
        Guard.Label(pool.Name, nameof(pool));
        Guard.Text(pool.Description, "Description", nameof(pool));
        return pipeline.SendAsync(
            ApiRequest.Put("hostallocationpools-update", $"hostallocationpools/{pool.Uuid:D}/", pool, SdkJson.Context.HostAllocationPool),
            SdkJson.Context.HostAllocationPool, cancellationToken);
    }
}
