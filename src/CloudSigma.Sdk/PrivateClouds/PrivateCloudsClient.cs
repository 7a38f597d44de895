// Private clouds and the hosts of their account over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class PrivateCloudsClient(ApiPipeline pipeline) : IPrivateCloudsClient
{
    private readonly ResourceRequests<PrivateCloud> _clouds = new(pipeline, "vpc", "vpc/", SdkJson.Context.PrivateCloud, static c => c.Uuid);
    private readonly ResourceRequests<PrivateCloudNode> _nodes = new(pipeline, "nodes", "nodes/", SdkJson.Context.PrivateCloudNode, static n => n.Uuid);
    private readonly ResourceRequests<HostAllocationPool> _pools = new(pipeline, "hostallocationpools", "hostallocationpools/", SdkJson.Context.HostAllocationPool, static p => p.Uuid);

    public Pageable<PrivateCloud> ListAsync(CancellationToken cancellationToken = default) => _clouds.List(null, cancellationToken);

    public Task<PrivateCloud> GetAsync(Guid uuid, CancellationToken cancellationToken = default) => _clouds.GetAsync(uuid, cancellationToken);

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) => _clouds.GetSchemaAsync(cancellationToken);

    public Task<PrivateCloud> UpdateAsync(PrivateCloud cloud, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        Guard.HasUuid(cloud.Uuid, nameof(cloud));
        Guard.Label(cloud.Name, nameof(cloud));
        Guard.Text(cloud.Description, "Description", nameof(cloud));
        foreach (var node in cloud.Nodes) ArgumentNullException.ThrowIfNull(node, nameof(cloud));
        // Requests name nodes by their uuids. Absent stays absent, for then the nodes stay too.
        if (cloud._nodes.HasValue) cloud = cloud with { Nodes = [.. cloud.Nodes.Select(static n => n.Uuid == Guid.Empty ? n : new ResourceReference(n.Uuid))] };
        return _clouds.UpdateAsync(cloud.Uuid, cloud, cancellationToken);
    }

    public Pageable<PrivateCloudNode> ListNodesAsync(CancellationToken cancellationToken = default) => _nodes.List(null, cancellationToken);

    public Task<PrivateCloudNode> GetNodeAsync(Guid uuid, CancellationToken cancellationToken = default) => _nodes.GetAsync(uuid, cancellationToken);

    public Pageable<HostAvailabilityZone> ListAvailabilityZonesAsync(CancellationToken cancellationToken = default) =>
        pipeline.List(
            new ListRequest<HostAvailabilityZone, Guid>("hostavailabilityzones-list", "hostavailabilityzones/", SdkJson.Context.HostAvailabilityZone, static z => z.Uuid),
            cancellationToken);

    public Pageable<HostAllocationPool> ListAllocationPoolsAsync(CancellationToken cancellationToken = default) => _pools.List(null, cancellationToken);

    public Task<HostAllocationPool> GetAllocationPoolAsync(Guid uuid, CancellationToken cancellationToken = default) => _pools.GetAsync(uuid, cancellationToken);

    public Task<HostAllocationPool> UpdateAllocationPoolAsync(HostAllocationPool pool, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pool);
        Guard.HasUuid(pool.Uuid, nameof(pool));
        Guard.Label(pool.Name, nameof(pool));
        Guard.Text(pool.Description, "Description", nameof(pool));
        return _pools.UpdateAsync(pool.Uuid, pool, cancellationToken);
    }
}
