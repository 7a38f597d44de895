// What the deletes of all resources have in common.
using CloudSigma.Sdk.Core.Http;

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

    /// <summary>Deletes several objects with one request (guide 9.2). None sends nothing.</summary>
    public static Task DeleteManyAsync(this ApiPipeline pipeline, string operationId, string path, IReadOnlyList<Guid> uuids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(uuids);
        if (uuids.Count == 0) return Task.CompletedTask;
        foreach (var uuid in uuids) Guard.NotEmpty(uuid, nameof(uuids));
        var body = new ObjectsBody<UuidEntry>([.. uuids.Distinct().Select(static u => new UuidEntry(u))]);
        return pipeline.SendAsync(ApiRequest.Delete(operationId, path, body, SdkJson.Context.ObjectsBodyUuidEntry), cancellationToken);
    }
}
