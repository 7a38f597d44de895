// Waits until a request may leave.
using System.Threading.RateLimiting;
using CloudSigma.Sdk.Core.Diagnostics;
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk.Core.RateLimiting;

internal sealed class RequestRateLimiter(PartitionedRateLimiter<ApiRequest> limiter, TimeProvider timeProvider, IDisposable? owner) : IDisposable
{
    private IDisposable? _owner = owner;

    /// <summary>Makes the limiter that the settings ask for; null for none.</summary>
    public static RequestRateLimiter? Create(ApiPipelineOptions options)
    {
        if (options.RateLimiter is { } own) return new RequestRateLimiter(own, options.TimeProvider, null);
        if (options.RateLimits is not { } limits) return null;
        var shared = SharedRateLimits.Get($"{options.Credential?.AccountKey}@{options.Endpoint.Authority}", limits);
        return new RequestRateLimiter(shared.Limiter, options.TimeProvider, shared);
    }

    /// <summary>Takes a permit, at once or after a wait in order of arrival. Permits of a window are not given back.</summary>
    public ValueTask WaitAsync(ApiRequest request, RequestTelemetry telemetry, CancellationToken cancellationToken)
    {
        using var lease = limiter.AttemptAcquire(request);
        return lease.IsAcquired ? default : QueueAsync(request, telemetry, cancellationToken);
    }

    public void Dispose() => Interlocked.Exchange(ref _owner, null)?.Dispose();

    private async ValueTask QueueAsync(ApiRequest request, RequestTelemetry telemetry, CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        using var lease = await limiter.AcquireAsync(request, 1, cancellationToken).ConfigureAwait(false);
        telemetry.WaitedForRateLimit(request, timeProvider.GetElapsedTime(start));
        if (!lease.IsAcquired)
            throw new CloudSigmaException($"{request.Method} {request.Path} was not sent: the rate limiter of the client refused it. Send fewer requests, or allow its queue to grow.");
    }
}
