// When a remote snapshot is ready.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Operations;

namespace CloudSigma.Sdk;

/// <summary>Makes operations on remote snapshots; a look reads the snapshot.</summary>
internal sealed class RemoteSnapshotOperations(ApiPipeline pipeline, PollingOptions polling)
{
    private const string ReadyKind = "remotesnapshots-ready";

    public Operation<RemoteSnapshot> Ready(RemoteSnapshot snapshot) => new(
        new OperationId(ReadyKind, snapshot.Uuid).ToString(),
        State(snapshot),
        async token => State(await GetAsync(snapshot.Uuid, token).ConfigureAwait(false)),
        polling,
        pipeline.Options.TimeProvider);

    public async Task<Operation<RemoteSnapshot>> ResumeAsync(string operationId, CancellationToken cancellationToken) =>
        Ready(await GetAsync(OperationId.Parse(operationId, ReadyKind).Uuid, cancellationToken).ConfigureAwait(false));

    /// <summary>An available snapshot is ready; every other status, known or not, passes.</summary>
    internal static OperationState<RemoteSnapshot> State(RemoteSnapshot snapshot) => new(
        snapshot, snapshot.Status == RemoteSnapshotStatus.Available ? OperationOutcome.Succeeded : OperationOutcome.Running, snapshot.Status.Value);

    private Task<RemoteSnapshot> GetAsync(Guid uuid, CancellationToken cancellationToken) =>
        pipeline.SendAsync(ApiRequest.Get("remotesnapshots-get", $"remotesnapshots/{uuid:D}/"), SdkJson.Context.RemoteSnapshot, cancellationToken);
}
