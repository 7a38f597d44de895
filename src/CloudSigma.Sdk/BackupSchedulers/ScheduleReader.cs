// The words of the API as a schedule. What a schedule cannot say is read as null, never as something near it.
using System.Globalization;

namespace CloudSigma.Sdk;

internal static class ScheduleReader
{
    private static readonly string[] TimeFormats = ["HH:mm", "H:mm"];

    public static BackupSchedule? Read(IncrementalBackup? incremental, string? manualTimes)
    {
        incremental ??= new IncrementalBackup();
        if (Days(incremental.DayOfWeek) is not { } days || !TryWindow(incremental, out var window)) return null;
        // With manual times, only weekdays and window count.
        if (!string.IsNullOrWhiteSpace(manualTimes))
            return ManualTimes(manualTimes) is { } manual ? BackupSchedule.Create(null, manual, days, [], [], window) : null;

        if (Numbers(incremental.DayOfMonth, 1, 31) is not { } daysOfMonth || Numbers(incremental.Month, 1, 12) is not { } months) return null;
        var repeat = incremental.Repeat ?? new ScheduleRepeat();
        if (repeat.Hour.Values.Count == 0 && repeat.Minute.Values.Count == 0)
        {
            var times = Times(incremental);
            return times.Count == 0 ? null : BackupSchedule.Create(null, times, days, daysOfMonth, months, window);
        }

        // A step goes with any hour and minute; one with hours or minutes of its own means something else.
        if (!incremental.Hour.IsUnrestricted || !incremental.Minute.IsUnrestricted || Interval(repeat) is not { } interval) return null;
        return BackupSchedule.Create(interval, [], days, daysOfMonth, months, window);
    }

    public static TimeOnly? Time(ScheduleTime time) =>
        Numbers(time.Hour, 0, 23) is [var hour] && Numbers(time.Minute, 0, 59) is [var minute] ? new TimeOnly(hour, minute) : null;

    private static TimeSpan? Interval(ScheduleRepeat repeat) => (repeat.Hour.Values, repeat.Minute.Values) switch
    {
        ([var text], []) when Step(text, ScheduleRules.MostHours) is { } hours => TimeSpan.FromHours(hours),
        ([], [var text]) when Step(text, ScheduleRules.MostMinutes) is { } minutes => TimeSpan.FromMinutes(minutes),
        _ => null,
    };

    private static int? Step(string text, int largest) =>
        text.StartsWith("*/", StringComparison.Ordinal) && Number(text.AsSpan(2), 1, largest) is { } step ? step : null;

    /// <summary>Each hour with each minute; empty when there are none, or not numbers.</summary>
    private static List<TimeOnly> Times(IncrementalBackup incremental)
    {
        // Only numbers name a time: with * or nothing, the other member alone does not say when.
        if (incremental.Hour.IsUnrestricted || incremental.Minute.IsUnrestricted) return [];
        return Numbers(incremental.Hour, 0, 23) is { } hours && Numbers(incremental.Minute, 0, 59) is { } minutes
            ? [.. hours.SelectMany(h => minutes.Select(m => new TimeOnly(h, m)))]
            : [];
    }

    private static List<TimeOnly>? ManualTimes(string text)
    {
        var times = new List<TimeOnly>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TimeOnly.TryParseExact(part, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return null;
            times.Add(time);
        }

        return times.Count == 0 ? null : times;
    }

    /// <summary>The days; empty for all of them, null when one is unknown.</summary>
    private static List<DayOfWeek>? Days(ScheduleField field)
    {
        if (field.IsUnrestricted) return [];
        var days = field.Values.Select(ScheduleText.DayOf).ToList();
        return days.Contains(null) ? null : [.. days.Select(static d => d!.Value)];
    }

    /// <summary>The numbers; empty for all of them, null when one is not a number in the range.</summary>
    private static List<int>? Numbers(ScheduleField field, int smallest, int largest)
    {
        if (field.IsUnrestricted) return [];
        var numbers = field.Values.Select(v => Number(v, smallest, largest)).ToList();
        return numbers.Contains(null) ? null : [.. numbers.Select(static n => n!.Value)];
    }

    private static int? Number(ReadOnlySpan<char> text, int smallest, int largest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= smallest && number <= largest ? number : null;

    /// <summary>A window has both times or neither.</summary>
    private static bool TryWindow(IncrementalBackup incremental, out BackupWindow? window)
    {
        window = null;
        var (start, end) = (incremental.StartTime ?? new ScheduleTime(), incremental.EndTime ?? new ScheduleTime());
        if (IsUnused(start) && IsUnused(end)) return true;
        if (start.Time is not { } from || end.Time is not { } to || from == to) return false;
        window = new BackupWindow(from, to);
        return true;
    }

    private static bool IsUnused(ScheduleTime time) => time.Hour.Values.Count == 0 && time.Minute.Values.Count == 0;
}
