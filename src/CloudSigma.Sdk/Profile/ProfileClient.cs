// The profile over HTTP.
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk;

internal sealed class ProfileClient(ApiPipeline pipeline) : IProfileClient
{
    public Task<Profile> GetAsync(CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(ApiRequest.Get("profile-get", "profile/"), SdkJson.Context.Profile, cancellationToken);

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        pipeline.GetSchemaAsync("profile-schema", "profile/schema/", cancellationToken);
}
