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
        var look = Look(kind, uuid);
        return Make(kind, uuid, await look(cancellationToken).ConfigureAwait(false), look);
    }

    /// <summary>Makes an operation whose first look is still to come: only the uuid of the server is known.</summary>
    public Operation<Server> MakeUnseen(string kind, Guid uuid) =>
        Make(kind, uuid, new OperationState<Server>(new Server { Uuid = uuid }, OperationOutcome.Running, "accepted"), Look(kind, uuid));

    private Operation<Server> Make(string kind, Guid uuid, OperationState<Server> state, Func<CancellationToken, Task<OperationState<Server>>> look) =>
        new(new OperationId(kind, uuid).ToString(), state, look, polling, pipeline.Options.TimeProvider);

    private Func<CancellationToken, Task<OperationState<Server>>> Look(string kind, Guid uuid)
    {
        var transition = new ServerTransition(
            kind == StartKind ? [ServerStatus.Running, ServerStatus.Started] : [ServerStatus.Stopped], Origin(kind), pipeline.Options.TimeProvider);
        return async token =>
        {
            var server = await pipeline.SendAsync(ApiRequest.Get("servers-get", $"servers/{uuid:D}/"), SdkJson.Context.Server, token).ConfigureAwait(false);
            return new OperationState<Server>(server, transition.Judge(server.Status), server.Status.Value);
        };
    }

    private static ServerStatus Origin(string kind) => kind == StartKind ? ServerStatus.Stopped : ServerStatus.Running;
}
