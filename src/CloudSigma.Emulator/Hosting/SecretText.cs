// Keeps secrets that stand in a query out of the request log.
using System.Text.RegularExpressions;

namespace CloudSigma.Emulator.Hosting;

internal static partial class SecretText
{
    public static string Redact(string query) => Secret().Replace(query, "${name}=***");

    [GeneratedRegex(
        "(?<=[?&])(?<name>[^=&]*(password|token|otp|secret|sessionid|authorization|cookie)[^=&]*)=[^&]*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Secret();
}
