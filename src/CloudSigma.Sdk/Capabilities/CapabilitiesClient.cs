// Capabilities over HTTP.
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk;

internal sealed class CapabilitiesClient(ApiPipeline pipeline) : ICapabilitiesClient
{
    public Task<Capabilities> GetAsync(CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(ApiRequest.Get("capabilities-get", "capabilities/"), SdkJson.Context.Capabilities, cancellationToken);

    public Task<CapabilitiesSchema> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(ApiRequest.Get("capabilities-schema", "capabilities/schema/"), SdkJson.Context.CapabilitiesSchema, cancellationToken);
}
