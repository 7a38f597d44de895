// How every client reads its schema.
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk;

internal static class SchemaRequests
{
    public static Task<ResourceSchema> GetSchemaAsync(this ApiPipeline pipeline, string operationId, string path, CancellationToken cancellationToken) =>
        pipeline.SendAsync(ApiRequest.Get(operationId, path), SdkJson.Context.ResourceSchema, cancellationToken);
}
