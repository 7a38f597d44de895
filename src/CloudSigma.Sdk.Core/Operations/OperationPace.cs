// When the next look at an operation is due.
using System.Runtime.ExceptionServices;

namespace CloudSigma.Sdk.Core.Operations;

/// <summary>The pace of one wait: from fast to slow, slower when the server asks for it, and never beyond the deadline.</summary>
internal sealed class OperationPace(PollingOptions polling, TimeProvider timeProvider)
{
    private readonly long _start = timeProvider.GetTimestamp();
    private TimeSpan _interval = polling.FirstInterval;

    /// <summary>Whether an error of a look only means that it came too soon.</summary>
    public static bool AsksForPatience(Exception error) => error is RateLimitedException or ServiceUnavailableException or ConcurrencyException;

    /// <summary>The time until the next look; null when the wait is over.</summary>
    public TimeSpan? Next()
    {
        var left = polling.Timeout - timeProvider.GetElapsedTime(_start);
        return left <= TimeSpan.Zero ? null : _interval < left ? _interval : left;
    }

    /// <summary>Slows down after a look. An error that patience does not mend is thrown.</summary>
    public void Slow(Exception? error)
    {
        if (error is not null && !AsksForPatience(error)) ExceptionDispatchInfo.Throw(error);
        _interval = polling.After(_interval);
        if (error is CloudSigmaApiException { RetryAfter: { } wait } && wait > _interval) _interval = wait;
    }
}
