// The part of the day in which a scheduler works.
namespace CloudSigma.Sdk;

/// <summary>The part of the day in which a scheduler works. It crosses midnight when it ends before it starts.</summary>
/// <param name="Start">When it starts.</param>
/// <param name="End">When it ends.</param>
public readonly record struct BackupWindow(TimeOnly Start, TimeOnly End)
{
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(15);

    /// <value>Whether it begins on one day and ends on the next.</value>
    public bool CrossesMidnight => End < Start;

    /// <value>Whether it is the API's way to say all day: it ends a quarter of an hour before it starts, such as 12:00 to 11:45.</value>
    public bool IsAllDay => Start - End == Gap;

    /// <summary>Start and end, such as <c>20:00-23:00</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Start:HH:mm}-{End:HH:mm}");
}
