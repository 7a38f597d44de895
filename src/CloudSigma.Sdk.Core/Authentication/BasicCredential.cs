// HTTP Basic: user name and password in every request.
using System.Diagnostics;
using System.Text;

namespace CloudSigma.Sdk.Core.Authentication;

internal sealed class BasicCredential : CloudSigmaCredential
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _header;

    public BasicCredential(string username, string password)
    {
        CredentialText.CheckUsername(username, nameof(username));
        if (username.Contains(':', StringComparison.Ordinal))
            throw new ArgumentException("The user name has a colon, which Basic authentication cannot carry (RFC 7617). Use the e-mail address of the account.", nameof(username));
        CredentialText.CheckPassword(password, nameof(password));
        AccountKey = username;
        _header = Header(username, password);
    }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal override string AccountKey { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal override bool IsForAllHosts => true;

    public static string Header(string username, string password) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"));

    internal override Authenticator CreateAuthenticator(AuthenticatorContext context) =>
        new FixedHeaderAuthenticator(_header, "The user name or the password is wrong, or the server does not take Basic authentication for this account.");

    public override string ToString() => "Basic credential";
}
