// VMware servers over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class VmwareServersClient(ApiPipeline pipeline) : IVmwareServersClient
{
    public Pageable<VmwareServer> ListAsync(CancellationToken cancellationToken = default) =>
        pipeline.List(new ListRequest<VmwareServer, Guid>("vmware-servers-list", "vmware_servers/", SdkJson.Context.VmwareServer, static s => s.Uuid), cancellationToken);

    public Task<VmwareServer> GetAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Get("vmware-servers-get", $"vmware_servers/{uuid:D}/"), SdkJson.Context.VmwareServer, cancellationToken);
    }

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        pipeline.GetSchemaAsync("vmware-servers-schema", "vmware_servers/schema/", cancellationToken);
}
