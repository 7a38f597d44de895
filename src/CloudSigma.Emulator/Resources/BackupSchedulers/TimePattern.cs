// The times of day of a schedule: hours, minutes and a repetition.
namespace CloudSigma.Emulator.Resources.BackupSchedulers;

/// <param name="Hours">The hours named, or null for all.</param>
/// <param name="Minutes">The minutes named, or null for all.</param>
/// <param name="HourIsEmpty">The hour is "" and not "*".</param>
/// <param name="MinuteIsEmpty">The minute is "" and not "*".</param>
/// <param name="HourStep">Repeats after so many hours, or 0.</param>
/// <param name="MinuteStep">Repeats after so many minutes, or 0.</param>
internal readonly record struct TimePattern(
    HashSet<int>? Hours, HashSet<int>? Minutes, bool HourIsEmpty, bool MinuteIsEmpty, int HourStep, int MinuteStep)
{
    /// <summary>It happens all day long, and not at some times.</summary>
    public bool GoesOn => HourStep > 0 || MinuteStep > 0 || (Hours is null && !(HourIsEmpty && MinuteIsEmpty));

    /// <param name="time">Minutes since midnight.</param>
    public bool Fits(int time)
    {
        if (Hours?.Contains(time / 60) == false) return false;
        if (MinuteStep > 0) return time % ((HourStep * 60) + MinuteStep) == 0;
        if (HourStep > 0) return time / 60 % HourStep == 0 && (Minutes?.Contains(time % 60) ?? time % 60 == 0);
        // Nothing named at all means once a day.
        if (HourIsEmpty && MinuteIsEmpty) return time == 0;
        return MinuteIsEmpty ? time % 60 == 0 : Minutes?.Contains(time % 60) != false;
    }
}
