// When a server has arrived where an action sends it.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Operations;

namespace CloudSigma.Sdk;

/// <summary>Makes operations on servers; a look reads the server.</summary>
internal sealed class ServerOperations(ApiPipeline pipeline, PollingOptions polling)
{
    private readonly ResourceWatcher<Server> _watcher = new(pipeline, polling, new WatchedResource<Server>(
        "servers-get", "servers-list-detail", "servers/", "servers/detail/", SdkJson.Context.Server, static s => s.Uuid, static s => s.Status.Value));

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
        var judge = Judge(kind);
        return _watcher.Start(new OperationId(kind, uuid), await _watcher.ReadAsync(uuid, cancellationToken).ConfigureAwait(false), judge);
    }

    /// <summary>Makes an operation whose first look is still to come: only the uuid of the server is known.</summary>
    public Operation<Server> MakeUnseen(string kind, Guid uuid) => _watcher.Start(
        new OperationId(kind, uuid), new OperationState<Server>(new Server { Uuid = uuid }, OperationOutcome.Running, "accepted"), Judge(kind));

    private Func<Server, OperationOutcome> Judge(string kind)
    {
        var transition = new ServerTransition(
            kind == StartKind ? [ServerStatus.Running, ServerStatus.Started] : [ServerStatus.Stopped], Origin(kind), polling, pipeline.Options.TimeProvider);
        return server => transition.Judge(server.Status);
    }

    private static ServerStatus Origin(string kind) => kind == StartKind ? ServerStatus.Stopped : ServerStatus.Running;
}
