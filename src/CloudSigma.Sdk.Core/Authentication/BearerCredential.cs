// A token in every request (RFC 6750).
using System.Diagnostics;

namespace CloudSigma.Sdk.Core.Authentication;

internal sealed class BearerCredential : CloudSigmaCredential
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _header;

    public BearerCredential(string token)
    {
        CredentialText.CheckToken(token, nameof(token));
        _header = "Bearer " + token;
    }

    internal override Authenticator CreateAuthenticator(AuthenticatorContext context) =>
        new FixedHeaderAuthenticator(_header, "The token is wrong, has expired, or belongs to another location: a token is valid on one host only.");

    public override string ToString() => "Bearer credential";
}
