// A login that is kept as a session of cookies (guide 3.3).
using System.Diagnostics;

namespace CloudSigma.Sdk.Core.Authentication;

internal sealed class SessionCredential : CloudSigmaCredential
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _password;
    private readonly string _username;
    private readonly SessionOptions _options;

    public SessionCredential(string username, string password, SessionOptions? options)
    {
        CredentialText.CheckUsername(username, nameof(username));
        CredentialText.CheckPassword(password, nameof(password));
        (_username, _password, _options) = (username, password, options ?? new SessionOptions());
    }

    public Func<CancellationToken, ValueTask<string>>? OneTimePassword => _options.OneTimePassword;

    public byte[] LoginBody() => SessionJson.Write(("username", _username), ("password", _password));

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal override string AccountKey => _username;

    internal override Authenticator CreateAuthenticator(AuthenticatorContext context) => new SessionAuthenticator(this, context);

    public override string ToString() => "Session credential";
}
