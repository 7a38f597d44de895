// When the status of an object means that an operation has ended.
using CloudSigma.Sdk.Core.Operations;

namespace CloudSigma.Sdk;

/// <summary>
/// Decides from each status whether an object has arrived. Any other status, known or not, passes (guide 16); <c>unavailable</c> does so for a while, and counts as a
/// failure when it lasts.
/// </summary>
internal sealed class StatusRule(IReadOnlyList<string> targets, PollingOptions polling, TimeProvider timeProvider)
{
    private const string Unavailable = "unavailable";

    private long? _unavailableSince;

    public OperationOutcome Judge(string status)
    {
        if (status != Unavailable) _unavailableSince = null;
        if (targets.Contains(status)) return OperationOutcome.Succeeded;
        if (status != Unavailable) return OperationOutcome.Running;
        _unavailableSince ??= timeProvider.GetTimestamp();
        return timeProvider.GetElapsedTime(_unavailableSince.Value) >= polling.UnavailableGrace ? OperationOutcome.Failed : OperationOutcome.Running;
    }
}
