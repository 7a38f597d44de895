// What every create does with its answer.
using System.Text.Json.Serialization.Metadata;
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk;

internal static class CreateResult
{
    /// <summary>Sends a create and checks that as many objects come back as were asked for.</summary>
    public static async Task<IReadOnlyList<T>> SendCreateAsync<T>(
        this ApiPipeline pipeline, ApiRequest request, int asked, JsonTypeInfo<T> elementType, Func<T, Guid> uuid, CancellationToken cancellationToken)
    {
        var created = await pipeline.SendForObjectsAsync(request, elementType, cancellationToken).ConfigureAwait(false);
        return created.Count == asked
            ? created
            : throw new InvalidResponseException(
                $"{request.OperationId} asked for {asked} objects and the answer has {created.Count}. What was made costs money; look after it: {string.Join(", ", created.Select(uuid))}.");
    }
}
