// A schedule in the words of the API.
using System.Globalization;

namespace CloudSigma.Sdk;

/// <summary>Writes schedules as guide 23 shows them: days and months that do not matter are <c>*</c>, an unused window is empty.</summary>
internal static class ScheduleWriter
{
    /// <summary>Replaces the schedule of a member, and keeps what else it has.</summary>
    public static IncrementalBackup Write(BackupSchedule schedule, IncrementalBackup target)
    {
        var (hour, minute) = HourAndMinute(schedule);
        var (repeatHour, repeatMinute) = Repeat(schedule.Interval);
        var isManual = schedule.IsManual;
        return target with
        {
            // With manual times days of the month and months do not count, and the API shows them empty.
            DayOfMonth = isManual ? ScheduleField.Unused : Numbers(schedule.DaysOfMonth),
            DayOfWeek = schedule.Days.Count == 0 ? ScheduleField.FromList("*") : ScheduleField.FromList([.. schedule.Days.Select(ScheduleText.NameOf)]),
            Month = isManual ? ScheduleField.Unused : Numbers(schedule.Months),
            Hour = hour,
            Minute = minute,
            Repeat = (target.Repeat ?? new ScheduleRepeat()) with { Hour = repeatHour, Minute = repeatMinute },
            StartTime = Time(target.StartTime, schedule.Window?.Start),
            EndTime = Time(target.EndTime, schedule.Window?.End),
        };
    }

    public static string WriteManual(BackupSchedule schedule) => schedule.IsManual ? Times(schedule) : "";

    public static string Times(BackupSchedule schedule) => string.Join(',', schedule.Times.Select(static t => t.ToString("HH:mm", CultureInfo.InvariantCulture)));

    private static (ScheduleField Hour, ScheduleField Minute) HourAndMinute(BackupSchedule schedule)
    {
        if (schedule.IsManual) return (ScheduleField.Unused, ScheduleField.Unused);
        if (schedule.Interval is { } interval) return interval < TimeSpan.FromHours(1) ? (ScheduleField.Any, ScheduleField.Any) : (ScheduleField.Unused, ScheduleField.Unused);
        var minutes = schedule.Times.Select(static t => t.Minute).Distinct().Order().Select(static m => m.ToString("00", CultureInfo.InvariantCulture));
        return (Numbers([.. schedule.Times.Select(static t => t.Hour).Distinct().Order()]), new ScheduleField(string.Join(',', minutes)));
    }

    private static (ScheduleField Hour, ScheduleField Minute) Repeat(TimeSpan? interval)
    {
        if (interval is not { } step) return (ScheduleField.Unused, ScheduleField.Unused);
        var text = new ScheduleField(string.Create(CultureInfo.InvariantCulture, $"*/{(step.TotalMinutes < 60 ? step.Minutes : step.Hours)}"));
        return step.TotalMinutes < 60 ? (ScheduleField.Unused, text) : (text, ScheduleField.Unused);
    }

    private static ScheduleField Numbers(IReadOnlyList<int> numbers) => numbers.Count == 0 ? ScheduleField.Any : new ScheduleField(ScheduleText.Join(numbers));

    private static ScheduleTime Time(ScheduleTime? target, TimeOnly? time) => (target ?? new ScheduleTime()) with
    {
        Hour = time is { } h ? ScheduleField.FromNumber(h.Hour) : ScheduleField.Unused,
        Minute = time is { } m ? ScheduleField.FromNumber(m.Minute) : ScheduleField.Unused,
    };
}
