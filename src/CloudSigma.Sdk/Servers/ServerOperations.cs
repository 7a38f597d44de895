// When a server has arrived where an action sends it.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Operations;

namespace CloudSigma.Sdk;

/// <summary>Makes operations on servers; a look reads the server.</summary>
internal sealed class ServerOperations(ApiPipeline pipeline, PollingOptions polling)
{
    public const string StartKind = "servers-start";
    public const string StopKind = "servers-stop";

    public Task<Operation<Server>> ResumeAsync(string operationId, CancellationToken cancellationToken)
    {
        var id = OperationId.Parse(operationId, StartKind, StopKind);
        return MakeAsync(id.Kind, id.Uuid, cancellationToken);
    }

    /// <summary>Whether a server has left the status from which an action takes it.</summary>
    public static bool HasBegun(string kind, Server server) => server.Status != Origin(kind);

    /// <summary>Reads the server and makes the operation that takes it from there.</summary>
    public async Task<Operation<Server>> MakeAsync(string kind, Guid uuid, CancellationToken cancellationToken)
    {
        var transition = new ServerTransition(
            kind == StartKind ? [ServerStatus.Running, ServerStatus.Started] : [ServerStatus.Stopped], Origin(kind), pipeline.Options.TimeProvider);
        var state = await LookAsync(cancellationToken).ConfigureAwait(false);
        return new Operation<Server>(new OperationId(kind, uuid).ToString(), state, LookAsync, polling, pipeline.Options.TimeProvider);

        async Task<OperationState<Server>> LookAsync(CancellationToken token)
        {
            var server = await pipeline.SendAsync(ApiRequest.Get("servers-get", $"servers/{uuid:D}/"), SdkJson.Context.Server, token).ConfigureAwait(false);
            return new OperationState<Server>(server, transition.Judge(server.Status), server.Status.Value);
        }
    }

    private static ServerStatus Origin(string kind) => kind == StartKind ? ServerStatus.Stopped : ServerStatus.Running;
}
