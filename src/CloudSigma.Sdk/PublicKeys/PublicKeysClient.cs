// The public sides of SSH keypairs over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class PublicKeysClient(ApiPipeline pipeline) : IPublicKeysClient
{
    public Pageable<SshPublicKey> ListAsync(CancellationToken cancellationToken = default) =>
        pipeline.List(new ListRequest<SshPublicKey, Guid>("pubkeys-list", "pubkeys/", SdkJson.Context.SshPublicKey, static k => k.Uuid), cancellationToken);

    public Task<SshPublicKey> GetAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Get("pubkeys-get", $"pubkeys/{uuid:D}/"), SdkJson.Context.SshPublicKey, cancellationToken);
    }
}
