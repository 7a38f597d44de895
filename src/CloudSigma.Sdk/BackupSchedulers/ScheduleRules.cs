// What the API can say, and what to tell a caller who asks for more.
using System.Globalization;

namespace CloudSigma.Sdk;

internal static class ScheduleRules
{
    public const int MostMinutes = 59;
    public const int MostHours = 23;

    private const int MinutesOfDay = 24 * 60;

    /// <summary>Why an interval cannot be said, and what can; null when it can.</summary>
    public static string? RefusalOf(TimeSpan interval)
    {
        if (interval <= TimeSpan.Zero) return "The interval has to be longer than zero, from 1 to 59 minutes or 1 to 23 hours.";
        if (interval.Ticks % TimeSpan.TicksPerMinute != 0) return "The API counts in whole minutes. Leave out seconds and fractions.";
        var minutes = interval.Ticks / TimeSpan.TicksPerMinute;
        var (hours, rest) = (minutes / 60, minutes % 60);
        if (hours > MostHours)
            return "The API repeats at most every 23 hours. For once a day use BackupSchedule.At(...), and OnDays(...) or OnDaysOfMonth(...) for fewer days.";
        if (minutes <= MostMinutes || rest == 0) return null;
        var near = hours < MostHours ? $"{hours} or {hours + 1} hours" : $"{hours} hours";
        return $"The API repeats every 1 to 59 minutes or every 1 to 23 whole hours, not every {minutes} minutes. Use every {near}{Listed(minutes)}.";
    }

    public static void RequireWholeMinutes(TimeOnly time, string name)
    {
        if (time.Ticks % TimeSpan.TicksPerMinute != 0)
            throw new ArgumentException($"{time.ToString("O", CultureInfo.InvariantCulture)} has seconds, but the API counts in whole minutes.", name);
    }

    /// <summary>The numbers in order and once each.</summary>
    public static IReadOnlyList<int> Sorted(IReadOnlyList<int> numbers, int largest, string kind, string name)
    {
        ArgumentNullException.ThrowIfNull(numbers, name);
        if (numbers.Count == 0) throw new ArgumentException($"Name at least one {kind}; leave the call out for every {kind}.", name);
        foreach (var number in numbers)
            if (number < 1 || number > largest) throw new ArgumentOutOfRangeException(name, number, $"A {kind} is from 1 to {largest}.");
        return [.. numbers.Distinct().Order()];
    }

    /// <summary>Days of the month and months go with times only if these are all pairs of some hours and some minutes.</summary>
    public static BackupSchedule RequireCombinable(BackupSchedule schedule, string name) => IsCombinable(schedule)
        ? schedule
        : throw new ArgumentException(
            $"The times {ScheduleWriter.Times(schedule)} cannot be combined with days of the month or months: the API then takes hours and minutes apart, "
            + "and each hour goes with each minute. Use times with the same minutes, or one scheduler for each time.", name);

    public static bool IsCombinable(BackupSchedule schedule) => schedule.Times.Count <= 1 || schedule.IsManual || schedule.Times.Count
        == schedule.Times.Select(static t => t.Hour).Distinct().Count() * schedule.Times.Select(static t => t.Minute).Distinct().Count();

    /// <summary>An interval that divides the day can be said as times.</summary>
    private static string Listed(long minutes)
    {
        if (MinutesOfDay % minutes != 0) return "";
        var (second, last) = (TimeOnly.MinValue.AddMinutes(minutes), TimeOnly.MinValue.AddMinutes(-minutes));
        return string.Create(CultureInfo.InvariantCulture, $", or name all {MinutesOfDay / minutes} times from 00:00 and {second:HH:mm} to {last:HH:mm} with BackupSchedule.At(...)");
    }
}
