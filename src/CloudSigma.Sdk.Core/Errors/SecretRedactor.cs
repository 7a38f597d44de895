// Takes secrets out of text that is about to be shown.
using System.Text.RegularExpressions;

namespace CloudSigma.Sdk.Core.Errors;

/// <summary>Replaces the values of secret JSON members in a text, also when the JSON is cut off.</summary>
internal static partial class SecretRedactor
{
    public static string Redact(string text) => SecretMember().Replace(text, "$1\"***\"");

    [GeneratedRegex("""("(?:[a-z_]*password|private_key|otp|token|csrf[a-z_]*|sessionid|authorization|cookie)"\s*:\s*)(?:"(?:[^"\\]|\\.)*(?:"|\\?$)|\{|\[|[^",}\]\s]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretMember();
}
