// The spelling of moments in answers.
using System.Globalization;

namespace CloudSigma.Emulator.Lifecycle;

internal static class ApiTime
{
    private const string WithFraction = "yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'";
    private const string Whole = "yyyy-MM-dd'T'HH:mm:ss'+00:00'";

    /// <summary>The form of jobs and profile: microseconds, left out when they are zero.</summary>
    public static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(moment.Ticks % TimeSpan.TicksPerSecond < 10 ? Whole : WithFraction, CultureInfo.InvariantCulture);

    /// <summary>The form of snapshots: a blank instead of the T.</summary>
    public static string Spaced(DateTimeOffset moment) => Text(moment).Replace('T', ' ');

    /// <summary>The form of <c>active_since</c>: no fraction.</summary>
    public static string Seconds(DateTimeOffset moment) => moment.UtcDateTime.ToString(Whole, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
