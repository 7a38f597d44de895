// HTTP Basic: e-mail and password in every request.
using System.Text;

namespace CloudSigma.Sdk.Core.Authentication;

internal sealed class BasicCredential : CloudSigmaCredential
{
    private readonly string _header;

    public BasicCredential(string username, string password)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(username);
        ArgumentNullException.ThrowIfNull(password);
        if (username.Contains(':', StringComparison.Ordinal))
            throw new ArgumentException("The user name has a colon, which Basic authentication cannot carry (RFC 7617). Use the e-mail address of the account.", nameof(username));
        if (username.Any(char.IsControl)) throw new ArgumentException("The user name has a control character, such as a line break. Use the e-mail address of the account.", nameof(username));
        if (password.Any(char.IsControl)) throw new ArgumentException("The password has a control character, such as a line break at its end. Pass the bare password.", nameof(password));
        AccountKey = username;
        _header = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"));
    }

    internal override string AccountKey { get; }

    internal override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation("Authorization", _header);
        return ValueTask.CompletedTask;
    }

    public override string ToString() => "Basic credential";
}
