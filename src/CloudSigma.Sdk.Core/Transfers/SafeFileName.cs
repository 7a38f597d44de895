// A file name that a server has sent, made harmless.
using System.Collections.Frozen;

namespace CloudSigma.Sdk.Core.Transfers;

internal static class SafeFileName
{
    private const int MaxLength = 150;

    private static readonly FrozenSet<string> Devices = new[]
    {
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The last part of a name, as a plain file on any system; null for one that could be something else.</summary>
    public static string? From(string? suggested)
    {
        if (suggested is null) return null;
        var name = suggested.Trim().Trim('"');
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return name.Length is > 0 and <= MaxLength && name[0] != '.' && name[^1] != '.' && !Devices.Contains(name.Split('.')[0])
            && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' or '(' or ')' or '+' or '@')
            ? name
            : null;
    }
}
