// One rule of a retention policy.
namespace CloudSigma.Emulator.Resources.BackupSchedulers;

/// <param name="Period">days, weeks or months.</param>
/// <param name="Quantity">How many of them something is kept.</param>
/// <param name="TimeOption">Only what was made on this weekday (0 is Sunday) or day of the month; a day that the month does not have is its last one.</param>
internal sealed record RetentionRule(string Period, long Quantity, int? TimeOption = null)
{
    // More months than the calendar has.
    private const int Longest = 12 * 1000;

    public bool Keeps(DateTime made, DateTime now) => IsYoung(made, now) && IsOnDay(made);

    private bool IsYoung(DateTime made, DateTime now)
    {
        if (Quantity >= Longest) return true;
        var count = (int)Quantity;
        // Forward from the moment of making, so that nothing lies before the calendar.
        return now < Period switch
        {
            "days" => made.AddDays(count),
            "weeks" => made.AddDays(7 * count),
            _ => made.AddMonths(count),
        };
    }

    private bool IsOnDay(DateTime made) => TimeOption is not { } option || Period switch
    {
        "weeks" => (int)made.DayOfWeek == option,
        "months" => made.Day == Math.Min(option, DateTime.DaysInMonth(made.Year, made.Month)),
        _ => true,
    };
}
