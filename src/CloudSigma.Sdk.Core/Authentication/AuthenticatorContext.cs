// What an authenticator may use: where the API is, the clock, the network, and randomness that tests can replace.
using System.Security.Cryptography;

namespace CloudSigma.Sdk.Core.Authentication;

internal sealed record AuthenticatorContext
{
    /// <value>The base address of the API. Proof goes to its scheme, host and port only.</value>
    public required Uri Endpoint { get; init; }

    /// <value>Sends a request of the authenticator's own, past all authentication.</value>
    public required Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Send { get; init; }

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <value>The longest that one request of the authenticator's own may take.</value>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(100);

    public string UserAgent { get; init; } = "CloudSigma.Sdk";

    /// <value>Fills bytes that nobody can foresee.</value>
    public Action<byte[]> FillRandom { get; init; } = static bytes => RandomNumberGenerator.Fill(bytes);

    /// <summary>Whether an address is on the host that the credential is for.</summary>
    public bool IsOwnHost(Uri uri) => uri.Port == Endpoint.Port
        && uri.Scheme.Equals(Endpoint.Scheme, StringComparison.OrdinalIgnoreCase)
        && uri.IdnHost.Equals(Endpoint.IdnHost, StringComparison.OrdinalIgnoreCase);
}
