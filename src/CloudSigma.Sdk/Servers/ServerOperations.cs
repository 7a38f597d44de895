// When a server has arrived where an action sends it.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Operations;

namespace CloudSigma.Sdk;

/// <summary>Makes operations on servers; a look reads the server.</summary>
internal sealed class ServerOperations(ApiPipeline pipeline, PollingOptions polling)
{
    private const string StartKind = "servers-start";
    private const string StopKind = "servers-stop";

    public Task<Operation<Server>> StartedAsync(Guid uuid, CancellationToken cancellationToken) => MakeAsync(StartKind, uuid, cancellationToken);

    public Task<Operation<Server>> StoppedAsync(Guid uuid, CancellationToken cancellationToken) => MakeAsync(StopKind, uuid, cancellationToken);

    public Task<Operation<Server>> ResumeAsync(string operationId, CancellationToken cancellationToken)
    {
        var id = OperationId.Parse(operationId, StartKind, StopKind);
        return MakeAsync(id.Kind, id.Uuid, cancellationToken);
    }

    private async Task<Operation<Server>> MakeAsync(string kind, Guid uuid, CancellationToken cancellationToken)
    {
        var transition = kind == StartKind
            ? new ServerTransition([ServerStatus.Running, ServerStatus.Started], ServerStatus.Stopped, pipeline.Options.TimeProvider)
            : new ServerTransition([ServerStatus.Stopped], ServerStatus.Running, pipeline.Options.TimeProvider);
        var state = await LookAsync(cancellationToken).ConfigureAwait(false);
        return new Operation<Server>(new OperationId(kind, uuid).ToString(), state, LookAsync, polling, pipeline.Options.TimeProvider);

        async Task<OperationState<Server>> LookAsync(CancellationToken token)
        {
            var server = await pipeline.SendAsync(ApiRequest.Get("servers-get", $"servers/{uuid:D}/"), SdkJson.Context.Server, token).ConfigureAwait(false);
            return new OperationState<Server>(server, transition.Judge(server.Status), server.Status.Value);
        }
    }
}
