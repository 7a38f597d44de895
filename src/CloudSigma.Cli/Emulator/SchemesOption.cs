// Reads --auth basic,digest,session,bearer.
using CloudSigma.Emulator;

namespace CloudSigma.Cli.Emulator;

internal static class SchemesOption
{
    public static EmulatorAuthenticationSchemes Parse(string text)
    {
        var schemes = EmulatorAuthenticationSchemes.None;
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            schemes |= name.ToLowerInvariant() switch
            {
                "basic" => EmulatorAuthenticationSchemes.Basic,
                "digest" => EmulatorAuthenticationSchemes.Digest,
                "session" => EmulatorAuthenticationSchemes.Session,
                "bearer" => EmulatorAuthenticationSchemes.Bearer,
                _ => throw new ArgumentException($"--auth \"{text}\" names \"{name}\". Known are basic, digest, session and bearer, for example --auth basic,digest"),
            };
        }

        return schemes;
    }
}
