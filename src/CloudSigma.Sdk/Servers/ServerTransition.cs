// Judges the statuses that a server shows on its way.
using CloudSigma.Sdk.Core.Operations;

namespace CloudSigma.Sdk;

/// <summary>
/// Decides from each status whether a server is on its way, has arrived, or has failed. A status on the way, known or not, is no failure
/// (<c>unavailable</c> passes, but not for ever); the status at the origin is one when the server had left it, or does not leave it in time.
/// </summary>
internal sealed class ServerTransition(IReadOnlyList<ServerStatus> targets, ServerStatus origin, PollingOptions polling, TimeProvider timeProvider)
{
    /// <summary>How long a server may still show its origin after the action was accepted.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly long _began = timeProvider.GetTimestamp();
    private readonly StatusRule _rule = new([.. targets.Select(static t => t.Value)], polling, timeProvider);
    private bool _hasLeft;

    public OperationOutcome Judge(ServerStatus status)
    {
        if (_rule.Judge(status.Value) is var outcome and not OperationOutcome.Running) return outcome;
        if (status == ServerStatus.Paused) return OperationOutcome.Failed;
        if (status != origin)
        {
            _hasLeft = true;
            return OperationOutcome.Running;
        }

        return _hasLeft || timeProvider.GetElapsedTime(_began) > Grace ? OperationOutcome.Failed : OperationOutcome.Running;
    }
}
