// Operations that end when an object is ready.
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk;

/// <summary>Makes operations on objects that become ready by themselves, such as snapshots.</summary>
/// <param name="pipeline">What sends the requests.</param>
/// <param name="polling">How the objects are waited for.</param>
/// <param name="kind">The first part of the ids of the operations.</param>
/// <param name="targets">The statuses in which an object is ready; every other one passes.</param>
/// <param name="resource">Where the objects are read.</param>
internal sealed class ReadyOperations<T>(ApiPipeline pipeline, PollingOptions polling, string kind, IReadOnlyList<string> targets, WatchedResource<T> resource)
    where T : notnull
{
    private readonly ResourceWatcher<T> _watcher = new(pipeline, polling, resource);

    public Operation<T> Ready(T value)
    {
        var rule = new StatusRule(targets, polling, pipeline.Options.TimeProvider);
        return _watcher.Start(new OperationId(kind, resource.Uuid(value)), value, v => rule.Judge(resource.Status(v)));
    }

    public async Task<Operation<T>> ResumeAsync(string operationId, CancellationToken cancellationToken) =>
        Ready(await _watcher.ReadAsync(OperationId.Parse(operationId, kind).Uuid, cancellationToken).ConfigureAwait(false));
}
