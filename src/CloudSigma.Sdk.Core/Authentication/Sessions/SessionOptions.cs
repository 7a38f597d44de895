// How a session is opened.
namespace CloudSigma.Sdk;

/// <summary>Settings of <see cref="CloudSigmaCredential.Session"/>.</summary>
public sealed record SessionOptions
{
    /// <summary>Gives the one-time password of an account with two factors. It is called once per login, and only when the server asks for a code.</summary>
    /// <remarks>
    /// The request that needs the login waits meanwhile, and its deadline runs on. When a person types the code, give requests a deadline that is long enough.
    /// The login itself is given up after five minutes.
    /// </remarks>
    /// <value>Default: null, which refuses such accounts with <see cref="OneTimePasswordRequiredException"/>.</value>
    public Func<CancellationToken, ValueTask<string>>? OneTimePassword { get; init; }
}
