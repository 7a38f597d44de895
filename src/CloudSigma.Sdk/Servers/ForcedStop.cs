// Decides when a server that does not stop by itself is powered off.
using CloudSigma.Sdk.Core.Operations;

namespace CloudSigma.Sdk;

/// <summary>Judges the states of a server that has to end up stopped, and says when a stop is due.</summary>
/// <param name="patience">How long the guest has time to react.</param>
/// <param name="interruptsStopping">Whether a stop is tried once when the time is over and the server is still stopping.</param>
/// <param name="polling">How long a server may be unavailable.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class ForcedStop(TimeSpan patience, bool interruptsStopping, PollingOptions polling, TimeProvider timeProvider)
{
    /// <summary>How many accepted stops may be without effect before the server counts as one that cannot be stopped.</summary>
    private const int MostStops = 3;

    private readonly long _began = timeProvider.GetTimestamp();
    private readonly StatusRule _rule = new([ServerStatus.Stopped.Value], polling, timeProvider);
    private bool _mayInterrupt = interruptsStopping;
    private DateTimeOffset? _since;
    private bool _hasLeft;
    private bool _isAtRest;
    private bool _wasRefused;
    private int _stops;
    private long _lastStop;

    /// <summary>Whether the server, as last seen, has to be powered off now.</summary>
    public bool IsDue { get; private set; }

    /// <summary>How long the guest still has; zero or less when its time is over.</summary>
    public TimeSpan Left => patience - timeProvider.GetElapsedTime(_began);

    public OperationOutcome Judge(Server server)
    {
        IsDue = false;
        var outcome = _rule.Judge(server.Status.Value);
        if (outcome != OperationOutcome.Running) return outcome;
        _isAtRest = ServerTransition.IsRunning(server.Status) || server.Status == ServerStatus.Paused;
        // A server that runs since a later moment has been off and was started again; that run is not to be ended.
        if (server.Runtime?.ActiveSince is { } since && since > (_since ??= since)) return OperationOutcome.Failed;
        if (_isAtRest)
        {
            // A guest that was asked and runs again has refused; a halted one hears nothing. An accepted stop takes a moment to show.
            var isUnderWay = _stops > 0 && timeProvider.GetElapsedTime(_lastStop) <= ServerTransition.Grace;
            if (!isUnderWay && _stops == MostStops) return OperationOutcome.Failed;
            IsDue = !isUnderWay && (_hasLeft || Left <= TimeSpan.Zero || server.Status == ServerStatus.Paused);
            return OperationOutcome.Running;
        }

        _hasLeft |= server.Status == ServerStatus.Stopping;
        IsDue = _mayInterrupt && server.Status == ServerStatus.Stopping && Left <= TimeSpan.Zero;
        return OperationOutcome.Running;
    }

    /// <summary>The stop was accepted, or its answer was lost: the next looks show what became of it.</summary>
    public void Accept()
    {
        IsDue = false;
        _mayInterrupt = false;
        _wasRefused = false;
        _stops++;
        _lastStop = timeProvider.GetTimestamp();
    }

    /// <summary>The stop was refused, as it is when the server has stopped or begun to stop in between.</summary>
    /// <returns>Whether that can be so: a server that is refused twice at rest is refused for another reason.</returns>
    public bool Refuse()
    {
        IsDue = false;
        if (!_isAtRest)
        {
            _mayInterrupt = false;
            return true;
        }

        var isFirst = !_wasRefused;
        _wasRefused = true;
        return isFirst;
    }
}
