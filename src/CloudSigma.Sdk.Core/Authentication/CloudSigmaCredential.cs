// Who the caller is. A credential never shows itself in text.
using System.Diagnostics;
using CloudSigma.Sdk.Core.Authentication;

namespace CloudSigma.Sdk;

/// <summary>Proves to the API who the caller is (guide 3). No credential shows its secret in text, in exceptions or in a debugger's summary.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class CloudSigmaCredential
{
    private protected CloudSigmaCredential()
    {
    }

    /// <summary>Makes a credential for HTTP Basic authentication (guide 3.1). It works for every operation, but not for accounts with two factors.</summary>
    /// <param name="username">The e-mail address of the account; no colon and no control characters.</param>
    /// <param name="password">The password; no control characters.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">The user name is empty or has a colon, or one of the two has a control character.</exception>
    public static CloudSigmaCredential Basic(string username, string password) => new BasicCredential(username, password);

    /// <summary>Makes a credential for HTTP Digest authentication (guide 3.2, RFC 7616): the password is proven, never sent.</summary>
    /// <remarks>
    /// The first request of a client costs one more round trip, for the challenge; all others go with proof. MD5 and SHA-256 are known, each also in its session form; the
    /// strongest that the server offers is used.
    /// </remarks>
    /// <param name="username">The e-mail address of the account; no colon and no control characters.</param>
    /// <param name="password">The password; no control characters.</param>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">The user name is empty or has a colon, or one of the two has a control character.</exception>
    public static CloudSigmaCredential Digest(string username, string password, DigestOptions? options = null) => new DigestCredential(username, password, options);

    /// <summary>Makes a credential that logs in on first use and keeps a session of cookies (guide 3.3). It is the one for accounts with two factors.</summary>
    /// <remarks>
    /// A session that has ended is renewed by one login, however many requests find out at once. A refused login is not repeated with the same credential, so that the
    /// account is not locked. Dispose the client with <c>await using</c> to log out.
    /// </remarks>
    /// <param name="username">The e-mail address of the account; no control characters.</param>
    /// <param name="password">The password; no control characters.</param>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">The user name is empty, or one of the two has a control character.</exception>
    public static CloudSigmaCredential Session(string username, string password, SessionOptions? options = null) => new SessionCredential(username, password, options);

    /// <summary>Makes a credential from a token, sent as <c>Authorization: Bearer</c> (guide 3.5). A token is valid on one host only.</summary>
    /// <param name="token">The token, without <c>Bearer</c> in front.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">The token is empty or has a character that no token has.</exception>
    public static CloudSigmaCredential Bearer(string token) => new BearerCredential(token);

    /// <summary>Makes a credential whose secret changes from time to time.</summary>
    /// <remarks>
    /// The function is called on first use, and again when the server answers 401: once for all requests that were refused together. When it gives the same object again,
    /// the refusal stands. It has to end within the deadline of requests.
    /// </remarks>
    /// <param name="getCredential">Gives the present credential, which may be of any scheme but has no callback of its own.</param>
    /// <returns>The credential.</returns>
    public static CloudSigmaCredential FromCallback(Func<CancellationToken, ValueTask<CloudSigmaCredential>> getCredential)
    {
        ArgumentNullException.ThrowIfNull(getCredential);
        return new CallbackCredential(getCredential);
    }

    /// <summary>The kind of credential.</summary>
    /// <returns>A text without user name and secret.</returns>
    public abstract override string ToString();

    /// <summary>Tells accounts apart, for limits that all clients of one account share; holds no secret.</summary>
    [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
    internal virtual string AccountKey => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether the credential proves itself to every host of a cloud; a session or a token is for one only.</summary>
    [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
    internal virtual bool IsForAllHosts => false;

    /// <summary>Makes what proves the credential to one host, for one pipeline.</summary>
    internal abstract Authenticator CreateAuthenticator(AuthenticatorContext context);
}
