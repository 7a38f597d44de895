// Judges the states that a server shows on its way.
using CloudSigma.Sdk.Core.Operations;

namespace CloudSigma.Sdk;

/// <summary>
/// Decides from each state whether a server is on its way, has arrived, or has failed. A status on the way, known or not, is no failure
/// (<c>unavailable</c> passes, but not for ever); the status at the origin is one when the server had left it, or does not leave it in time.
/// </summary>
internal sealed class ServerTransition(Func<Server, bool> hasArrived, IReadOnlyList<ServerStatus> origins, PollingOptions polling, TimeProvider timeProvider)
{
    /// <summary>How long a server may still show its origin after the action was accepted.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly long _began = timeProvider.GetTimestamp();
    private readonly StatusRule _passing = new([], polling, timeProvider);
    private bool _hasLeft;

    /// <summary>Whether a halted server has failed. A power cut takes it to its end.</summary>
    public bool FailsWhenPaused { get; init; } = true;

    /// <summary>Whether the way may lead through an origin again for a while.</summary>
    public bool MayComeBack { get; init; }

    /// <summary>Whether a server can never arrive as it is.</summary>
    public Func<Server, bool> IsHopeless { get; init; } = static _ => false;

    public static bool IsRunning(ServerStatus status) => status == ServerStatus.Running || status == ServerStatus.Started;

    /// <summary>The rule of an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="before">When a server that is restarted began to run the last time; null when that is not known.</param>
    /// <param name="polling">How long a server may be unavailable.</param>
    /// <param name="timeProvider">The clock.</param>
    public static ServerTransition Of(ServerAction action, DateTimeOffset? before, PollingOptions polling, TimeProvider timeProvider) => action switch
    {
        ServerAction.Start => new(static s => IsRunning(s.Status), [ServerStatus.Stopped], polling, timeProvider),
        ServerAction.Stop => new(static s => s.Status == ServerStatus.Stopped, [ServerStatus.Running, ServerStatus.Started, ServerStatus.Paused], polling, timeProvider)
        {
            FailsWhenPaused = false,
        },
        ServerAction.Shutdown => new(static s => s.Status == ServerStatus.Stopped, [ServerStatus.Running, ServerStatus.Started], polling, timeProvider),
        ServerAction.Restart => new(Restarted(before), [ServerStatus.Running, ServerStatus.Started, ServerStatus.Stopped], polling, timeProvider) { MayComeBack = true },
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "This action has a rule of its own."),
    };

    /// <summary>Whether a server shows that an action has taken hold of it.</summary>
    public static bool HasBegun(ServerAction action, Server server, DateTimeOffset? before) => action switch
    {
        ServerAction.Start or ServerAction.Address => server.Status != ServerStatus.Stopped,
        ServerAction.Stop => !IsRunning(server.Status) && server.Status != ServerStatus.Paused,
        ServerAction.Restart => !IsRunning(server.Status) || IsNewer(server, before),
        _ => !IsRunning(server.Status),
    };

    public OperationOutcome Judge(Server server)
    {
        var passing = _passing.Judge(server.Status.Value);
        if (hasArrived(server)) return OperationOutcome.Succeeded;
        if (passing != OperationOutcome.Running || IsHopeless(server)) return OperationOutcome.Failed;
        if (FailsWhenPaused && server.Status == ServerStatus.Paused) return OperationOutcome.Failed;
        if (!origins.Contains(server.Status))
        {
            _hasLeft = true;
            return OperationOutcome.Running;
        }

        return (_hasLeft && !MayComeBack) || timeProvider.GetElapsedTime(_began) > Grace ? OperationOutcome.Failed : OperationOutcome.Running;
    }

    /// <summary>A server has restarted when it runs since a later moment, or runs after it was seen on the way.</summary>
    private static Func<Server, bool> Restarted(DateTimeOffset? before)
    {
        var wasUnderWay = false;
        return server =>
        {
            wasUnderWay |= server.Status == ServerStatus.Starting || server.Status == ServerStatus.Stopping;
            return IsRunning(server.Status) && (wasUnderWay || IsNewer(server, before));
        };
    }

    private static bool IsNewer(Server server, DateTimeOffset? before) => server.Runtime?.ActiveSince is { } since && since > before;
}
