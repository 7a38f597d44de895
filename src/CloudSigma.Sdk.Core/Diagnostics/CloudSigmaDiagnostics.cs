// The names under which the SDK tells what it does.
namespace CloudSigma.Sdk;

/// <summary>The names of the traces and metrics of the SDK, for an OpenTelemetry setup. They are stable.</summary>
public static class CloudSigmaDiagnostics
{
    /// <summary>Name of the <see cref="System.Diagnostics.ActivitySource"/>: one activity per call, named after its operation.</summary>
    public const string ActivitySourceName = "CloudSigma.Sdk";

    /// <summary>Name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "CloudSigma.Sdk";

    /// <summary>Histogram: how long calls take with all their tries, in seconds.</summary>
    public const string CallDuration = "cloudsigma.client.call.duration";

    /// <summary>Up-down counter: calls under way.</summary>
    public const string ActiveCalls = "cloudsigma.client.active_calls";

    /// <summary>Counter: requests that were sent again.</summary>
    public const string Retries = "cloudsigma.client.retries";

    /// <summary>Histogram: how long requests waited for the rate limiter, in seconds; only those that had to wait.</summary>
    public const string RateLimitWait = "cloudsigma.client.rate_limit.wait";

    /// <summary>Attribute of activities and metrics: the id of the operation, e.g. <c>drives-clone</c>.</summary>
    public const string OperationIdAttribute = "cloudsigma.operation.id";

    /// <summary>Attribute of activities: the request id of the answer.</summary>
    public const string RequestIdAttribute = "cloudsigma.request.id";
}
