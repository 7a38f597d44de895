// How long and how often an operation is looked at.
using System.Globalization;

namespace CloudSigma.Sdk;

/// <summary>How an operation is waited for.</summary>
public sealed record PollingOptions
{
    /// <value>The time until the first look. Default: 250 milliseconds.</value>
    public TimeSpan FirstInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <value>The longest time between two looks; the intervals grow up to it. Default: 10 seconds.</value>
    public TimeSpan MaxInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <value>By how much an interval is longer than the one before. Default: 1.5.</value>
    public double Growth { get; init; } = 1.5;

    /// <value>When a wait is given up with an <see cref="OperationTimeoutException"/>. Default: 1 hour.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(1);

    /// <value>How long an object may be <c>unavailable</c> on its way before the wait ends with an <see cref="OperationFailedException"/>. Default: 10 minutes.</value>
    public TimeSpan UnavailableGrace { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Looks for values that cannot work.</summary>
    /// <returns>What is wrong, with the values; null when nothing is.</returns>
    internal string? FindFault()
    {
        if (FirstInterval <= TimeSpan.Zero) return Invariant($"FirstInterval is {FirstInterval}; it must be longer than zero.");
        if (MaxInterval < FirstInterval) return Invariant($"MaxInterval is {MaxInterval}, shorter than FirstInterval ({FirstInterval}).");
        if (Growth is < 1 or > 10 or double.NaN) return Invariant($"Growth is {Growth}; it must be from 1 to 10.");
        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromDays(40)) return Invariant($"Timeout is {Timeout}; it must be longer than zero and at most 40 days.");
        return UnavailableGrace < TimeSpan.Zero ? Invariant($"UnavailableGrace is {UnavailableGrace}; it must be zero or longer.") : null;
    }

    /// <summary>The interval that follows another.</summary>
    internal TimeSpan After(TimeSpan interval)
    {
        // Divided, for a product could be too long for a TimeSpan.
        return interval < MaxInterval / Growth ? interval * Growth : MaxInterval;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
