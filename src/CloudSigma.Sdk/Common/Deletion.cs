// What the deletes of all resources have in common.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal static class Deletion
{
    /// <summary>Deletes what may be gone already.</summary>
    /// <returns>Whether it was there.</returns>
    public static async Task<bool> IfExistsAsync(Func<Task> delete)
    {
        try
        {
            await delete().ConfigureAwait(false);
            return true;
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Deletes several objects with one request (guide 9.2), which may have parameters, with a question mark in front. None sends nothing.</summary>
    /// <remarks>When a delete that was sent again finds some of them missing, they are listed: none left means that the first one did it.</remarks>
    public static async Task DeleteManyAsync(
        this ApiPipeline pipeline, string operationId, string listOperationId, string path, string query, IReadOnlyList<Guid> uuids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(uuids);
        foreach (var uuid in uuids) Guard.NotEmpty(uuid, nameof(uuids));
        if (uuids.Count == 0) return;
        List<Guid> distinct = [.. uuids.Distinct()];
        var body = new ObjectsBody<UuidEntry>([.. distinct.Select(static u => new UuidEntry(u))]);
        try
        {
            await pipeline.SendAsync(ApiRequest.Delete(operationId, path + query, body, SdkJson.Context.ObjectsBodyUuidEntry), cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException e) when (e.Retries > 0)
        {
            foreach (var some in distinct.Chunk(UuidFilter.Most))
            {
                var list = new ListRequest<UuidEntry, Guid>(listOperationId, path, SdkJson.Context.UuidEntry, static u => u.Uuid)
                {
                    Query = $"{UuidFilter.Query(some)}&fields=uuid",
                };
                await foreach (var left in pipeline.List(list, cancellationToken).ConfigureAwait(false))
                {
                    if (distinct.Contains(left.Uuid)) throw;
                }
            }
        }
    }
}
