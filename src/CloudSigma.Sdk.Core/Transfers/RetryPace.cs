// How often a part of a transfer is begun again, and after which waits.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Resilience;

namespace CloudSigma.Sdk.Core.Transfers;

/// <summary>
/// Counts the failures of one part that follow each other. A failure after real progress counts as the first one, for a connection that breaks now and then is no reason
/// to give up a long transfer; one that moves next to nothing each time is.
/// </summary>
internal sealed class RetryPace(ApiPipelineOptions options, ApiRequest request)
{
    /// <summary>Bytes that count as progress. It bounds the tries: a transfer has at most so many times its own length.</summary>
    public const long Progress = 64 * 1024;

    private int _failures;

    /// <summary>Waits before the next try.</summary>
    /// <param name="error">Why the last one failed.</param>
    /// <param name="progress">Bytes that it moved for good.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when the part is to be given up.</returns>
    public async Task<bool> WaitAsync(CloudSigmaException error, long progress, CancellationToken cancellationToken)
    {
        if (progress >= Progress) _failures = 0;
        var retry = options.Retry;
        var byDefault = RetryRules.ShouldRetry(request.Safety, error);
        var retries = retry.ShouldRetry is { } rule
            ? rule(new RetryArguments(request.OperationId, request.Method, request.Safety, error, _failures, byDefault))
            : byDefault;
        if (!retries || _failures >= retry.MaxRetries) return false;
        var asked = (error as CloudSigmaApiException)?.RetryAfter;
        if (asked > retry.MaxDelay) return false;
        var random = options.Randomizer?.Invoke() ?? Random.Shared.NextDouble();
        var backoff = retry.BaseDelay * Math.Pow(2, _failures) * (0.5 + random);
        _failures++;
        await Task.Delay(asked ?? (backoff < retry.MaxDelay ? backoff : retry.MaxDelay), options.TimeProvider, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
