// Names copies that were not given one, by the strategy of the profile.
using System.Globalization;
using System.Text.RegularExpressions;

namespace CloudSigma.Emulator.Resources.Drives;

internal static partial class CloneNaming
{
    public static string Name(string strategy, string source, DateTimeOffset now) => strategy switch
    {
        "COUNTER" => Counted(source),
        "DATE" => Dated(source, DateEnd(), now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        "TIMESTAMP" => Dated(source, TimestampEnd(), now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        _ => source,
    };

    // Appends _1 or raises the number that is there.
    private static string Counted(string source)
    {
        var match = CounterEnd().Match(source);
        return match.Success && long.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < long.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"{source.AsSpan(0, match.Index)}_{number + 1}")
            : source + "_1";
    }

    // Brings the moment at the end up to date, appends it, or counts when it is current already.
    private static string Dated(string source, Regex end, string present)
    {
        var match = end.Match(source);
        if (!match.Success) return $"{source}-{present}";
        return match.Groups["moment"].Value == present ? Counted(source) : $"{source.AsSpan(0, match.Index)}-{present}";
    }

    [GeneratedRegex(@"_(?<number>\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex CounterEnd();

    [GeneratedRegex(@"-(?<moment>\d{4}-\d{2}-\d{2})(_\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DateEnd();

    [GeneratedRegex(@"-(?<moment>\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})(_\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TimestampEnd();
}
