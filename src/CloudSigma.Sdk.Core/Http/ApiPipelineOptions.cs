// What a pipeline needs to know. Resolved once from the options of a client.
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudSigma.Sdk.Core.Http;

/// <summary>The settings of an <see cref="ApiPipeline"/>.</summary>
public sealed record ApiPipelineOptions
{
    /// <value>The base address; it ends with a slash.</value>
    public required Uri Endpoint { get; init; }

    /// <value>Who the caller is; null sends requests without authentication.</value>
    public CloudSigmaCredential? Credential { get; init; }

    /// <value>How long one try may take, and how long the server may take to send the next bytes of a list. Default: 100 seconds.</value>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <value>How long a call may take with all its tries and waits. Default: 10 minutes.</value>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <value>When and how often a request is sent again.</value>
    public RetryOptions Retry { get; init; } = new();

    /// <value>The limits that are kept on this side; null for none. Default: null.</value>
    public RateLimits? RateLimits { get; init; }

    /// <value>A rate limiter instead of the one made from <see cref="RateLimits"/>; null for none.</value>
    public PartitionedRateLimiter<ApiRequest>? RateLimiter { get; init; }

    /// <value>Where the log goes. Default: nowhere.</value>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <value>Whether bodies are logged at trace level, with only harmless members readable. Default: false.</value>
    public bool LogBodies { get; init; }

    /// <value>Gives numbers from 0 to 1 for the jitter of waits; null for the usual randomness.</value>
    public Func<double>? Randomizer { get; init; }

    /// <value>Objects per page of a list; 0 asks for everything in one streamed answer. Default: 100.</value>
    public int PageSize { get; init; } = 100;

    /// <value>Whether the next page of a list is asked for while the present one is read. Default: true.</value>
    public bool PrefetchPages { get; init; } = true;

    /// <value>The <c>User-Agent</c> of the requests.</value>
    public string UserAgent { get; init; } = "CloudSigma.Sdk";

    /// <value>The clock. Default: the system's.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
