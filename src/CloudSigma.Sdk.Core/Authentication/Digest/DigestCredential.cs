// HTTP Digest: the password is proven, never sent (RFC 7616, RFC 2617; guide 3.2).
using System.Diagnostics;

namespace CloudSigma.Sdk.Core.Authentication;

internal sealed class DigestCredential : CloudSigmaCredential
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _password;
    private readonly string _username;
    private readonly DigestOptions _options;

    public DigestCredential(string username, string password, DigestOptions? options)
    {
        CredentialText.CheckUsername(username, nameof(username));
        CredentialText.CheckPassword(password, nameof(password));
        _options = options ?? new DigestOptions();
        if (username.Contains(':', StringComparison.Ordinal))
            throw new ArgumentException("The user name has a colon, which the hash of Digest authentication cannot tell from its end (RFC 7616). Use the e-mail address of the account.", nameof(username));
        (_username, _password) = (username, password);
    }

    public bool AllowsBasic => _options.AllowBasicFallback;

    public DigestSession CreateSession(DigestChallenge challenge, string clientNonce) => new(challenge, _username, _password, clientNonce);

    public string BasicHeader() => BasicCredential.Header(_username, _password);

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal override string AccountKey => _username;

    internal override Authenticator CreateAuthenticator(AuthenticatorContext context) => new DigestAuthenticator(this, context);

    public override string ToString() => "Digest credential";
}
