// When a backup scheduler is due. A calculation only: it knows neither the cloud nor the clock.
using System.Globalization;
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Resources.BackupSchedulers;

/// <summary>
/// The days and the times of day of a schedule in its time zone. Months, days and weekdays all have to fit. A repetition counts from midnight.
/// The window holds both its ends and may go over midnight.
/// </summary>
internal sealed class BackupSchedule
{
    private const int DayMinutes = 24 * 60;

    // A 29 February on a given weekday comes every 28 years, and every 40 around a year like 2100.
    private const int FarthestDays = 366 * 41;

    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private readonly HashSet<int>? _months;
    private readonly HashSet<int>? _days;
    private readonly HashSet<int>? _weekdays;
    private readonly int[] _times;
    private readonly bool _goesOn;

    private BackupSchedule(JsonObject members, string manual, bool continuous, TimeZoneInfo zone)
    {
        Zone = zone;
        _weekdays = Weekday(members["day_of_week"]);
        IEnumerable<int> times;
        if (manual.Length > 0)
        {
            times = manual.Split(',').Select(static text => Minute(text)).Distinct().Order();
        }
        else
        {
            _months = Numbers(members["month"]);
            _days = Numbers(members["day_of_month"]);
            var pattern = new TimePattern(
                Numbers(members["hour"]),
                Numbers(members["minute"]),
                Text(members["hour"]).Length == 0,
                Text(members["minute"]).Length == 0,
                Step(members["repeat"]?["hour"]),
                Step(members["repeat"]?["minute"]));
            times = Enumerable.Range(0, DayMinutes).Where(pattern.Fits);
            _goesOn = pattern.GoesOn;
        }

        var (start, end) = (Time(members["start_time"]), Time(members["end_time"]));
        _times = [.. times.Where(time => continuous || IsInside(time, start, end))];
    }

    public TimeZoneInfo Zone { get; }

    /// <summary>Reads the members of a backup scheduler, which have been checked.</summary>
    public static BackupSchedule Read(JsonObject scheduler, TimeZoneInfo zone) => new(
        scheduler["incremental_backup"]!.AsObject(),
        scheduler["manual_incremental_backup"]?.GetValue<string>() ?? "",
        scheduler["is_default"]!.GetValue<bool>(),
        zone);

    /// <summary>The minutes of the day of a text like <c>22:15</c>.</summary>
    public static int Minute(string text)
    {
        var parts = text.Trim().Split(':');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture) * 60) + int.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    /// <summary>The first due moment after another one, or null when there is none.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset after)
    {
        if (_times.Length == 0) return null;
        // A time that the change to summer time leaves out may come to lie in the day after its own.
        var day = DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(after, Zone).Date.AddDays(-1), DateTimeKind.Unspecified);
        for (var tried = 0; tried < FarthestDays; tried++, day = day.AddDays(1))
        {
            if (Fits(day) && FirstOn(day, after) is { } due) return due.ToUniversalTime();
        }

        return null;
    }

    private bool Fits(DateTime day) =>
        _months?.Contains(day.Month) != false && _days?.Contains(day.Day) != false && _weekdays?.Contains((int)day.DayOfWeek) != false;

    private DateTimeOffset? FirstOn(DateTime day, DateTimeOffset after)
    {
        // On nearly all days the clock is never changed.
        var offset = Zone.GetUtcOffset(day.AddHours(-3));
        if (offset == Zone.GetUtcOffset(day.AddHours(27)))
        {
            var past = (int)Math.Floor((after.UtcDateTime + offset - day).TotalMinutes);
            var index = Array.BinarySearch(_times, past + 1);
            if (index < 0) index = ~index;
            return index < _times.Length ? new DateTimeOffset(day.AddMinutes(_times[index]), offset) : null;
        }

        DateTimeOffset? first = null;
        foreach (var time in _times)
        {
            foreach (var moment in Moments(day.AddMinutes(time)))
            {
                if (moment > after && (first is null || moment < first)) first = moment;
            }
        }

        return first;
    }

    // What goes on all day takes the hours as they come: none of one that is left out, and one that comes twice both times. A fixed time
    // happens once: by the old clock when it is left out, and the first time when it comes twice.
    private IEnumerable<DateTimeOffset> Moments(DateTime local)
    {
        if (Zone.IsInvalidTime(local))
        {
            if (!_goesOn) yield return new DateTimeOffset(local, Zone.GetUtcOffset(local.AddHours(-3)));
        }
        else if (Zone.IsAmbiguousTime(local))
        {
            var offsets = Zone.GetAmbiguousTimeOffsets(local);
            yield return new DateTimeOffset(local, offsets.Max());
            if (_goesOn) yield return new DateTimeOffset(local, offsets.Min());
        }
        else
        {
            yield return new DateTimeOffset(local, Zone.GetUtcOffset(local));
        }
    }

    private static bool IsInside(int time, int? start, int? end)
    {
        if (start is null || end is null || start == end) return true;
        return start < end ? time >= start && time <= end : time >= start || time <= end;
    }

    private static string Text(JsonNode? node) => node is JsonArray list ? string.Join(',', list.Select(static entry => entry!.ToString())) : node?.ToString() ?? "";

    private static HashSet<int>? Numbers(JsonNode? node)
    {
        var text = Text(node);
        return text is "" or "*" ? null : [.. text.Split(',').Select(static part => int.Parse(part, CultureInfo.InvariantCulture))];
    }

    private static HashSet<int>? Weekday(JsonNode? node)
    {
        var names = Text(node).Split(',', StringSplitOptions.RemoveEmptyEntries);
        return names.Length == 0 || names.Contains("*") ? null : [.. names.Select(static name => Array.IndexOf(Weekdays, name))];
    }

    private static int Step(JsonNode? node) =>
        node?.ToString() is { Length: > 2 } text ? int.Parse(text.AsSpan(2), CultureInfo.InvariantCulture) : 0;

    private static int? Time(JsonNode? node) => node?["hour"] is { } hour && hour.ToString().Length > 0
        ? (int.Parse(hour.ToString(), CultureInfo.InvariantCulture) * 60) + Number(node["minute"])
        : null;

    private static int Number(JsonNode? node) => node?.ToString() is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
}
