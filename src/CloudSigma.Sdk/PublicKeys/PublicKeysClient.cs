// The public sides of SSH keypairs over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class PublicKeysClient(ApiPipeline pipeline) : IPublicKeysClient
{
    private readonly ResourceRequests<SshPublicKey> _requests = new(pipeline, "pubkeys", "pubkeys/", SdkJson.Context.SshPublicKey, static k => k.Uuid);

    public Pageable<SshPublicKey> ListAsync(CancellationToken cancellationToken = default) => _requests.List(null, cancellationToken);

    public Task<SshPublicKey> GetAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.GetAsync(uuid, cancellationToken);
}
