// Reads one --user NAME:PASSWORD.
using CloudSigma.Emulator;

namespace CloudSigma.Cli.Emulator;

internal static class UserOption
{
    public static EmulatorAccount Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1)
        {
            // The text may hold a password, so only the name is repeated.
            var name = colon < 0 ? text : text[..colon];
            throw new ArgumentException($"--user \"{name}\" is not of the form NAME:PASSWORD, for example --user me@example.com:secret");
        }

        return new EmulatorAccount(text[..colon], text[(colon + 1)..]);
    }
}
