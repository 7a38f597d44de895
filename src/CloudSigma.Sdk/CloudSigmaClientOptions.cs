// How a client behaves. Frozen once a client uses it.
using System.Threading.RateLimiting;
using CloudSigma.Sdk.Core.Http;
using Microsoft.Extensions.Logging;

namespace CloudSigma.Sdk;

/// <summary>The settings of a <see cref="CloudSigmaClient"/>. They cannot be changed any more once a client uses them.</summary>
public sealed partial class CloudSigmaClientOptions
{
    private bool _isFrozen;

    /// <summary>Which location of the cloud to talk to. Either this or <see cref="Endpoint"/> has to be set.</summary>
    /// <value>Default: null.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public CloudSigmaLocation? Location { get; set => field = Changeable(value); }

    /// <summary>The base address of the API, e.g. <c>https://zrh.cloudsigma.com/api/2.0/</c>. Either this or <see cref="Location"/> has to be set.</summary>
    /// <value>Default: null. A slash at the end is added when it is missing.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public Uri? Endpoint { get; set => field = Changeable(value); }

    /// <summary>The base address for uploads and downloads of images, e.g. <c>https://direct.zrh.cloudsigma.com/api/2.0/</c>. A Basic credential is sent there too.</summary>
    /// <value>A slash at the end is added when it is missing. Default: null, what <c>/locations/</c> says of the endpoint, or <c>direct.</c> in front of its host (guide 1).</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public Uri? UploadEndpoint { get; set => field = Changeable(value); }

    /// <summary>Who the caller is. Required.</summary>
    /// <value>Default: null.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public CloudSigmaCredential? Credential { get; set => field = Changeable(value); }

    /// <summary>Objects per page of a list. 0 asks for each list in one answer, which is read as a stream.</summary>
    /// <value>From 0 to 10,000. Default: 100.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public int PageSize { get; set => field = Changeable(value); } = 100;

    /// <summary>Whether the next page of a list is asked for while the present one is read.</summary>
    /// <value>Default: true.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public bool PrefetchPages { get; set => field = Changeable(value); } = true;

    /// <summary>How long one try of a request may take; for a list, how long the server may take to send its next bytes.</summary>
    /// <value>From 10 milliseconds to a day. Default: 100 seconds.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public TimeSpan RequestTimeout { get; set => field = Changeable(value); } = TimeSpan.FromSeconds(100);

    /// <summary>How long a call may take with all its tries and the waits between them. For a list, it counts for each page until its answer begins.</summary>
    /// <value>From 10 milliseconds to a day. Default: 10 minutes.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public TimeSpan TotalTimeout { get; set => field = Changeable(value); } = TimeSpan.FromMinutes(10);

    /// <summary>When and how often a request is sent again.</summary>
    /// <value>Never null. Default: 3 retries of what is safe to send again.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public RetryOptions Retry { get; set => field = Changeable(value ?? throw new ArgumentNullException(nameof(value))); } = new();

    /// <summary>The limits of the API that the client keeps, together with all other clients of the account in the process.</summary>
    /// <value>Null for none. Default: the documented limits.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public RateLimits? RateLimits { get; set => field = Changeable(value); } = new();

    /// <summary>A rate limiter instead of the one that is made from <see cref="RateLimits"/>. The client does not dispose it.</summary>
    /// <value>Default: null.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public PartitionedRateLimiter<ApiRequest>? RateLimiter { get; set => field = Changeable(value); }

    /// <summary>Where the log goes. With dependency injection it is that of the application.</summary>
    /// <value>Default: null, nowhere.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public ILoggerFactory? LoggerFactory { get; set => field = Changeable(value); }

    /// <summary>Whether bodies of requests and answers are logged at trace level. Only values of members that are known to be harmless can be read there.</summary>
    /// <value>Default: false.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public bool LogBodies { get; set => field = Changeable(value); }

    /// <summary>How operations are waited for.</summary>
    /// <value>Never null. Default: intervals from 250 milliseconds to 10 seconds, for up to an hour.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public PollingOptions Polling { get; set => field = Changeable(value ?? throw new ArgumentNullException(nameof(value))); } = new();

    /// <summary>Whether plain <c>http</c> may be used to a host that is not this machine. It shows the credential to everybody on the way.</summary>
    /// <value>Default: false.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public bool AllowInsecureEndpoint { get; set => field = Changeable(value); }

    /// <summary>Name and version of the application, put in front of the <c>User-Agent</c>, e.g. <c>my-app/1.2</c>.</summary>
    /// <value>Letters, digits and <c>. - _ /</c>. Default: null.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public string? ApplicationName { get; set => field = Changeable(value); }

    /// <summary>The clock of deadlines and waits.</summary>
    /// <value>Never null. Default: the system's.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public TimeProvider TimeProvider { get; set => field = Changeable(value ?? throw new ArgumentNullException(nameof(value))); } = TimeProvider.System;

    /// <summary>Gives numbers from 0 to 1 for the jitter of waits, for tests that repeat exactly.</summary>
    /// <value>Default: null, the usual randomness.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public Func<double>? Randomizer { get; set => field = Changeable(value); }

    internal void Freeze() => _isFrozen = true;

    private T Changeable<T>(T value) => _isFrozen
        ? throw new InvalidOperationException("A client uses these options already; they cannot be changed any more. Make new options for another client.")
        : value;
}
