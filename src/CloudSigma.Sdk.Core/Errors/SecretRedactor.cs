// Takes secrets out of text that is about to be shown.
using System.Text.RegularExpressions;

namespace CloudSigma.Sdk.Core.Errors;

/// <summary>Replaces the values of secret JSON members and private keys in a text, also when it is cut off.</summary>
internal static partial class SecretRedactor
{
    public static string Redact(string text) => PrivateKey().Replace(SecretMember().Replace(text, "$1\"***\""), "***");

    // PEM text, wherever it is quoted. One without its end takes all that follows along.
    [GeneratedRegex("-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)", RegexOptions.CultureInvariant)]
    private static partial Regex PrivateKey();

    // Quotes may be escaped, for servers repeat JSON inside a text, or single. A list or an object is cut off together with all that follows.
    [GeneratedRegex("""(\\*["'](?:[a-z_]*(?:password|passphrase|secret|private_key|token|otp)|csrf[a-z_]*|install[_ ]notes|cloudinit-user-data|sessionid|authorization|cookie)\\*["']\s*:\s*)(?:(?<quote>\\*["'])(?:(?!(?<!\\)\k<quote>)[\s\S])*(?:\k<quote>)?|[\[{][\s\S]*|[^",}\]\s]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretMember();
}
