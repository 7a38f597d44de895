// VMware servers over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class VmwareServersClient(ApiPipeline pipeline) : IVmwareServersClient
{
    private readonly ResourceRequests<VmwareServer> _requests = new(pipeline, "vmware-servers", "vmware_servers/", SdkJson.Context.VmwareServer, static s => s.Uuid);

    public Pageable<VmwareServer> ListAsync(CancellationToken cancellationToken = default) => _requests.List(null, cancellationToken);

    public Task<VmwareServer> GetAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.GetAsync(uuid, cancellationToken);

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) => _requests.GetSchemaAsync(cancellationToken);
}
