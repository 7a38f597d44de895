// When a snapshot is ready.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Operations;

namespace CloudSigma.Sdk;

/// <summary>Makes operations on snapshots; a look reads the snapshot.</summary>
internal sealed class SnapshotOperations(ApiPipeline pipeline, PollingOptions polling)
{
    private const string ReadyKind = "snapshots-ready";

    public Operation<Snapshot> Ready(Snapshot snapshot) => new(
        new OperationId(ReadyKind, snapshot.Uuid).ToString(),
        State(snapshot),
        async token => State(await GetAsync(snapshot.Uuid, token).ConfigureAwait(false)),
        polling,
        pipeline.Options.TimeProvider);

    public async Task<Operation<Snapshot>> ResumeAsync(string operationId, CancellationToken cancellationToken) =>
        Ready(await GetAsync(OperationId.Parse(operationId, ReadyKind).Uuid, cancellationToken).ConfigureAwait(false));

    /// <summary>An available snapshot is ready; every other status, known or not, passes.</summary>
    internal static OperationState<Snapshot> State(Snapshot snapshot) => new(
        snapshot, snapshot.Status == SnapshotStatus.Available ? OperationOutcome.Succeeded : OperationOutcome.Running, snapshot.Status.Value);

    private Task<Snapshot> GetAsync(Guid uuid, CancellationToken cancellationToken) =>
        pipeline.SendAsync(ApiRequest.Get("snapshots-get", $"snapshots/{uuid:D}/"), SdkJson.Context.Snapshot, cancellationToken);
}
