// The words of the API for days, and a schedule in words.
using System.Globalization;
using System.Text;

namespace CloudSigma.Sdk;

internal static class ScheduleText
{
    // From Monday, as the API lists them; DayOfWeek begins with Sunday.
    private static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>0 for Monday to 6 for Sunday.</summary>
    public static int IndexOf(DayOfWeek day) => ((int)day + 6) % 7;

    public static string NameOf(DayOfWeek day) => Names[IndexOf(day)];

    /// <summary>The day with a name of the API; null when there is none.</summary>
    public static DayOfWeek? DayOf(string name)
    {
        var index = Array.FindIndex(Names, n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : (DayOfWeek)((index + 1) % 7);
    }

    public static string Join(IEnumerable<int> numbers) => string.Join(',', numbers.Select(static n => n.ToString(CultureInfo.InvariantCulture)));

    public static string Describe(BackupSchedule schedule)
    {
        var text = new StringBuilder();
        if (schedule.Interval is not { } interval) text.Append("at ").Append(ScheduleWriter.Times(schedule));
        else if (interval < TimeSpan.FromHours(1)) text.Append("every ").Append(Count(interval.Minutes, "minute"));
        else text.Append("every ").Append(Count(interval.Hours, "hour"));
        if (schedule.Days.Count > 0) text.Append(" on ").AppendJoin(',', schedule.Days.Select(NameOf));
        if (schedule.DaysOfMonth.Count > 0) text.Append(" on day ").Append(Join(schedule.DaysOfMonth)).Append(" of the month");
        if (schedule.Months.Count > 0) text.Append(" in month ").Append(Join(schedule.Months));
        if (schedule.Window is { } window) text.Append(' ').Append(window);
        return text.ToString();
    }

    private static string Count(int number, string unit) => number == 1 ? unit : string.Create(CultureInfo.InvariantCulture, $"{number} {unit}s");
}
