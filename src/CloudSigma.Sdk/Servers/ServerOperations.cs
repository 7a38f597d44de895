// When a server has arrived where an action sends it.
using System.Net.Sockets;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Operations;

namespace CloudSigma.Sdk;

/// <summary>Makes operations on servers. A look reads the server; that of a clone reads its job first.</summary>
internal sealed class ServerOperations(ApiPipeline pipeline, PollingOptions polling, ServerResource resource)
{
    /// <summary>The status of an operation that nobody has looked at.</summary>
    private const string Unseen = "accepted";

    private static readonly string[] CloneTargets =
        [ServerStatus.Stopped.Value, ServerStatus.Starting.Value, ServerStatus.Running.Value, ServerStatus.Started.Value];

    private readonly ResourceWatcher<Server> _watcher = new(pipeline, polling, new WatchedResource<Server>(
        resource.Id("get"), resource.Id("list-detail"), resource.Path, resource.DetailPath, SdkJson.Context.Server, static s => s.Uuid, static s => s.Status.Value));

    private readonly string _cloneKind = resource.Id("clone");

    private TimeProvider Time => pipeline.Options.TimeProvider;

    public Task<Server> ReadAsync(Guid uuid, CancellationToken cancellationToken) => _watcher.ReadAsync(uuid, cancellationToken);

    /// <summary>Makes the operation of an action that was accepted. The first look is still to come: a fleet is looked at with a few requests.</summary>
    public Operation<Server> Accepted(ServerAction action, Guid uuid, DateTimeOffset? before = null) => _watcher.Start(
        new OperationId(Kind(action), uuid) { Moment = before }, NotSeen(uuid), Judge(action, before));

    /// <summary>Makes the operation of an action on a server that was just read.</summary>
    public Operation<Server> Seen(ServerAction action, Server server, DateTimeOffset? before = null) => _watcher.Start(
        new OperationId(Kind(action), server.Uuid) { Moment = before }, server, Judge(action, before));

    /// <summary>A clone of a server. Its status says nothing while its disks are copied: it may be stopped from the beginning (guide 32). So the job decides.</summary>
    public Operation<Server> Clone(Server clone)
    {
        Guid? job = clone.Jobs is [{ Uuid: var uuid }, ..] && uuid != Guid.Empty ? uuid : null;
        return Clone(new OperationId(_cloneKind, clone.Uuid, job), clone);
    }

    /// <summary>A shutdown that ends in a power cut when the guest does not react.</summary>
    /// <param name="uuid">The server.</param>
    /// <param name="patience">How long the guest has time.</param>
    /// <param name="seen">The server as just read; null when it was not.</param>
    public Operation<Server> Shutdown(Guid uuid, TimeSpan patience, Server? seen = null)
    {
        var id = new OperationId(Kind(ServerAction.Shutdown), uuid) { Moment = Time.GetUtcNow() + patience };
        return ForcedStop(id, seen, new ForcedStop(patience, interruptsStopping: true, polling, Time));
    }

    /// <summary>Takes a server to stopped from whatever it is doing: a running one is powered off, one on its way is waited for.</summary>
    public Operation<Server> PowerOff(Guid uuid, TimeSpan timeout) => ForcedStop(
        new OperationId(Kind(ServerAction.Stop), uuid), null, new ForcedStop(TimeSpan.Zero, interruptsStopping: false, polling, Time), polling with { Timeout = timeout });

    /// <summary>A wait for a public address.</summary>
    public Operation<Server> Address(Guid uuid, AddressFamily? family, TimeSpan? timeout)
    {
        var id = new OperationId(Kind(ServerAction.Address), uuid);
        var state = NotSeen(uuid);
        return _watcher.Start(
            id, state, _watcher.Watch(id, state, ServerAddress.Judge(family, polling, Time)), timeout is { } time ? polling with { Timeout = time } : polling);
    }

    public async Task<Operation<Server>> ResumeAsync(string operationId, CancellationToken cancellationToken)
    {
        var actions = Enum.GetValues<ServerAction>();
        var id = OperationId.Parse(operationId, [.. actions.Select(Kind), _cloneKind]);
        var server = await _watcher.ReadAsync(id.Uuid, cancellationToken).ConfigureAwait(false);
        if (id.Kind == _cloneKind)
        {
            var clone = Clone(id, server);
            await clone.UpdateAsync(cancellationToken).ConfigureAwait(false);
            return clone;
        }

        var action = actions.First(a => Kind(a) == id.Kind);
        if (action != ServerAction.Shutdown || id.Moment is not { } end) return Seen(action, server, id.Moment);
        var left = end - Time.GetUtcNow();
        if (left > TimeSpan.Zero) return Shutdown(id.Uuid, left, server);
        // Whoever runs since a time after the request may have been started again. Only one that ran before for certain is powered off.
        return server.Runtime?.ActiveSince < end - polling.Timeout ? Shutdown(id.Uuid, TimeSpan.Zero, server) : Seen(action, server, null);
    }

    private static OperationState<Server> NotSeen(Guid uuid) => new(new Server { Uuid = uuid }, OperationOutcome.Running, Unseen);

    private string Kind(ServerAction action) => resource.Id(action switch
    {
        ServerAction.Start => "start",
        ServerAction.Address => "address",
        ServerAction.Stop => "stop",
        ServerAction.Shutdown => "shutdown",
        _ => "restart",
    });

    private Func<Server, OperationOutcome> Judge(ServerAction action, DateTimeOffset? before) =>
        action == ServerAction.Address ? ServerAddress.Judge(null, polling, Time) : ServerTransition.Of(action, before, polling, Time).Judge;

    private Operation<Server> Clone(OperationId id, Server clone)
    {
        var rule = new StatusRule(CloneTargets, polling, Time);
        OperationOutcome Judge(Server server) => rule.Judge(server.Status.Value);
        if (id.Other is not { } job) return _watcher.Start(id, clone, Judge);
        var state = new OperationState<Server>(clone, OperationOutcome.Running, clone.Status.Value, 0);
        return _watcher.Start(id, state, _watcher.Watch(id, state, Judge, job, jobDecides: true), polling);
    }

    private Operation<Server> ForcedStop(OperationId id, Server? seen, ForcedStop rule, PollingOptions? pace = null)
    {
        var state = seen is null ? NotSeen(id.Uuid) : new OperationState<Server>(seen, rule.Judge(seen), seen.Status.Value);
        var looks = _watcher.Watch(id, state, rule.Judge);
        return _watcher.Start(id, state, new ForcedStopWatch(looks, rule, pipeline, resource.Action(id.Uuid, "stop")), pace ?? polling);
    }
}
