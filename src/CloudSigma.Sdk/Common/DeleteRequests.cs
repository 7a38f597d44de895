// Deletes that mind what is gone already, and deletes of several objects.
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk;

internal static class DeleteRequests
{
    /// <summary>Sends a delete; false when there is nothing to delete.</summary>
    public static async Task<bool> DeleteIfExistsAsync(this ApiPipeline pipeline, ApiRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Deletes several objects with one request (guide 9.2); none sends nothing.</summary>
    public static Task DeleteManyAsync(this ApiPipeline pipeline, string operationId, string path, IReadOnlyList<Guid> uuids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(uuids);
        foreach (var uuid in uuids) Guard.NotEmpty(uuid, nameof(uuids));
        if (uuids.Count == 0) return Task.CompletedTask;
        var body = new ObjectsBody<UuidBody>([.. uuids.Distinct().Select(static u => new UuidBody(u))]);
        return pipeline.SendAsync(ApiRequest.Delete(operationId, path, body, SdkJson.Context.ObjectsBodyUuidBody), cancellationToken);
    }
}
