// How a client behaves. Frozen once a client uses it.
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

    /// <summary>How long the server may take to answer a request; for a list, to send its next bytes.</summary>
    /// <value>Longer than zero, up to a day. Default: 100 seconds.</value>
    /// <exception cref="InvalidOperationException">A client uses the options already.</exception>
    public TimeSpan RequestTimeout { get; set => field = Changeable(value); } = TimeSpan.FromSeconds(100);

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

    internal void Freeze() => _isFrozen = true;

    private T Changeable<T>(T value) => _isFrozen
        ? throw new InvalidOperationException("A client uses these options already; they cannot be changed any more. Make new options for another client.")
        : value;
}
