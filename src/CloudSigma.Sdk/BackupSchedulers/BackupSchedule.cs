// When a scheduler works, said in the types of .NET.
using System.Diagnostics.CodeAnalysis;

namespace CloudSigma.Sdk;

/// <summary>When a backup scheduler works (guide 23): every so often, or at times of the day; on some days, in some months, in a part of the day.</summary>
/// <remarks>
/// Begin with <see cref="Every"/> or <see cref="At"/> and narrow it down. Schedules are immutable and equal when they say the same. Times are those of the
/// time zone of the scheduler. How the API combines weekdays with days of the month is not documented.
/// </remarks>
/// <example><code>BackupSchedule.Every(TimeSpan.FromHours(1)).OnDays(DayOfWeek.Saturday).Between(new TimeOnly(20, 0), new TimeOnly(23, 0))</code></example>
public sealed record BackupSchedule
{
    private BackupSchedule()
    {
    }

    /// <value>The time between two backups: 1 to 59 minutes or 1 to 23 hours. Null for a schedule with <see cref="Times"/>.</value>
    public TimeSpan? Interval { get; private init; }

    /// <value>The times of day, in order. Empty for a schedule with an <see cref="Interval"/>.</value>
    public IReadOnlyList<TimeOnly> Times { get; private init; } = [];

    /// <value>The days of the week, from Monday to Sunday. Empty for every day.</value>
    public IReadOnlyList<DayOfWeek> Days { get; private init; } = [];

    /// <value>The days of the month, 1 to 31, in order. Empty for every day.</value>
    public IReadOnlyList<int> DaysOfMonth { get; private init; } = [];

    /// <value>The months, 1 to 12, in order. Empty for every month.</value>
    public IReadOnlyList<int> Months { get; private init; } = [];

    /// <value>The part of the day. Null for all of it.</value>
    public BackupWindow? Window { get; private init; }

    /// <summary>Whether the times go into <c>manual_incremental_backup</c>, which takes any times, but no days of the month and no months.</summary>
    internal bool IsManual => Times.Count > 1 && DaysOfMonth.Count == 0 && Months.Count == 0;

    /// <summary>Makes a schedule that repeats.</summary>
    /// <remarks>
    /// 45 minutes are written as <c>"repeat": {"hour": "", "minute": "*/45"}, "hour": "*", "minute": "*"</c>,
    /// 12 hours as <c>"repeat": {"hour": "*/12", "minute": ""}, "hour": "", "minute": ""</c>. Whether a step that does not divide the hour or the day
    /// begins anew with each of them is not documented.
    /// </remarks>
    /// <param name="interval">The time between two backups: 1 to 59 whole minutes, or 1 to 23 whole hours.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The API cannot repeat so; the message says what it can.</exception>
    public static BackupSchedule Every(TimeSpan interval) =>
        ScheduleRules.RefusalOf(interval) is { } refusal
            ? throw new ArgumentOutOfRangeException(nameof(interval), interval, refusal)
            : new BackupSchedule { Interval = interval };

    /// <summary>Makes a schedule of times of the day.</summary>
    /// <remarks>
    /// One time is written as <c>"hour": "23", "minute": "00"</c>, several as <c>"manual_incremental_backup": "02:00,06:00,20:00,22:15"</c>. On days of the month
    /// or in months several have to be of the form <c>"hour": "2,14", "minute": "00,30"</c>, which stands for 02:00, 02:30, 14:00 and 14:30.
    /// </remarks>
    /// <param name="times">The times, in whole minutes; at least one. The order does not matter.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentException">There is no time, or one has seconds.</exception>
    public static BackupSchedule At(params IReadOnlyList<TimeOnly> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        if (times.Count == 0) throw new ArgumentException("Name at least one time of the day.", nameof(times));
        foreach (var time in times) ScheduleRules.RequireWholeMinutes(time, nameof(times));
        return new BackupSchedule { Times = [.. times.Distinct().Order()] };
    }

    /// <summary>Reads a schedule from the members of a scheduler, in any form that the API is known to write.</summary>
    /// <param name="incremental">The member <c>incremental_backup</c>; null when there is none.</param>
    /// <param name="manualTimes">The member <c>manual_incremental_backup</c>; empty or null when there is none.</param>
    /// <param name="schedule">The schedule; null when the members say something that a schedule cannot, or nothing.</param>
    /// <returns>Whether there is a schedule.</returns>
    public static bool TryParse(IncrementalBackup? incremental, string? manualTimes, [NotNullWhen(true)] out BackupSchedule? schedule)
    {
        schedule = ScheduleReader.Read(incremental, manualTimes);
        return schedule is not null;
    }

    /// <summary>Keeps the schedule to days of the week; replaces the ones that it had.</summary>
    /// <remarks>Written as <c>"day_of_week": ["mon", "wed"]</c>; without it as <c>["*"]</c>.</remarks>
    /// <param name="days">The days; at least one.</param>
    /// <returns>A new schedule.</returns>
    /// <exception cref="ArgumentException">There is no day, or one is none of the week.</exception>
    public BackupSchedule OnDays(params IReadOnlyList<DayOfWeek> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Count == 0) throw new ArgumentException("Name at least one day of the week; leave the call out for every day.", nameof(days));
        foreach (var day in days)
            if (!Enum.IsDefined(day)) throw new ArgumentOutOfRangeException(nameof(days), day, $"{(int)day} is no day of the week.");
        return this with { Days = [.. days.Distinct().OrderBy(ScheduleText.IndexOf)] };
    }

    /// <summary>Keeps the schedule to days of the month; replaces the ones that it had. Months that lack a day leave it out.</summary>
    /// <remarks>Written as <c>"day_of_month": "1,15"</c>; without it as <c>"*"</c>.</remarks>
    /// <param name="days">The days, 1 to 31; at least one.</param>
    /// <returns>A new schedule.</returns>
    /// <exception cref="ArgumentException">There is no day, one is none of a month, or the times of the schedule cannot be combined with days of the month.</exception>
    public BackupSchedule OnDaysOfMonth(params IReadOnlyList<int> days) =>
        ScheduleRules.RequireCombinable(this with { DaysOfMonth = ScheduleRules.Sorted(days, 31, "day of the month", nameof(days)) }, nameof(days));

    /// <summary>Keeps the schedule to months; replaces the ones that it had.</summary>
    /// <remarks>Written as <c>"month": "2,4,6"</c>; without it as <c>"*"</c>.</remarks>
    /// <param name="months">The months, 1 for January to 12; at least one.</param>
    /// <returns>A new schedule.</returns>
    /// <exception cref="ArgumentException">There is no month, one is none of a year, or the times of the schedule cannot be combined with months.</exception>
    public BackupSchedule InMonths(params IReadOnlyList<int> months) =>
        ScheduleRules.RequireCombinable(this with { Months = ScheduleRules.Sorted(months, 12, "month", nameof(months)) }, nameof(months));

    /// <summary>Keeps the schedule to a part of the day; replaces the one that it had. The scheduler's <c>is_default</c> has to be false for it to count.</summary>
    /// <remarks>
    /// Written as <c>"start_time": {"hour": 20, "minute": 0}, "end_time": {"hour": 23, "minute": 0}</c>; without it hours and minutes are empty texts.
    /// </remarks>
    /// <param name="start">When it starts, in whole minutes.</param>
    /// <param name="end">When it ends, in whole minutes; before <paramref name="start"/> for a part that crosses midnight.</param>
    /// <returns>A new schedule.</returns>
    /// <exception cref="ArgumentException">A time has seconds, or both are the same.</exception>
    public BackupSchedule Between(TimeOnly start, TimeOnly end)
    {
        ScheduleRules.RequireWholeMinutes(start, nameof(start));
        ScheduleRules.RequireWholeMinutes(end, nameof(end));
        if (start == end) throw new ArgumentException("The window starts and ends at the same time. Leave the call out for all day.", nameof(end));
        return this with { Window = new BackupWindow(start, end) };
    }

    /// <summary>The schedule as the member <c>incremental_backup</c> of a scheduler.</summary>
    /// <returns>The member.</returns>
    public IncrementalBackup ToIncrementalBackup() => ScheduleWriter.Write(this, new IncrementalBackup());

    /// <summary>The schedule as the member <c>manual_incremental_backup</c> of a scheduler.</summary>
    /// <returns>The times, such as <c>02:00,22:15</c>; empty for a schedule that is not one of several times of the day.</returns>
    public string ToManualIncrementalBackup() => ScheduleWriter.WriteManual(this);

    /// <summary>Whether two schedules say the same.</summary>
    /// <param name="other">The other schedule.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(BackupSchedule? other) => other is not null && Interval == other.Interval && Window == other.Window && Times.SequenceEqual(other.Times)
        && Days.SequenceEqual(other.Days) && DaysOfMonth.SequenceEqual(other.DaysOfMonth) && Months.SequenceEqual(other.Months);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Interval, Window, Times.Count, Days.Count, DaysOfMonth.Count, Months.Count);

    /// <summary>The schedule in words, such as <c>every 12 hours on mon,fri 07:00-19:00</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ScheduleText.Describe(this);

    internal static BackupSchedule Create(
        TimeSpan? interval, IReadOnlyList<TimeOnly> times, IReadOnlyList<DayOfWeek> days, IReadOnlyList<int> daysOfMonth, IReadOnlyList<int> months, BackupWindow? window) => new()
        {
            Interval = interval,
            Times = [.. times.Distinct().Order()],
            Days = [.. days.Distinct().OrderBy(ScheduleText.IndexOf)],
            DaysOfMonth = [.. daysOfMonth.Distinct().Order()],
            Months = [.. months.Distinct().Order()],
            Window = window,
        };
}
