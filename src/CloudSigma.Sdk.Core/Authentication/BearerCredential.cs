// A token in every request (RFC 6750).
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

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

    // A fingerprint, which does not give the token away.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal override string AccountKey => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(_header)), 0, 8);

    internal override Authenticator CreateAuthenticator(AuthenticatorContext context) =>
        new FixedHeaderAuthenticator(_header, "The token is wrong, has expired, or belongs to another location: a token is valid on one host only.");

    public override string ToString() => "Bearer credential";
}
