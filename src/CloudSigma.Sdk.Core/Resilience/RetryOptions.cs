// When and how often a request is sent again.
using System.Globalization;

namespace CloudSigma.Sdk;

/// <summary>When and how often a request is sent again. Only what is safe is sent again; a create never is, once it may have left.</summary>
public sealed record RetryOptions
{
    /// <value>How often a request is sent again after its first try; 0 turns retries off. From 0 to 10. Default: 3.</value>
    public int MaxRetries { get; init; } = 3;

    /// <value>The wait before the first retry; it doubles from retry to retry, with jitter. Default: 0.8 seconds.</value>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromSeconds(0.8);

    /// <value>The longest wait, also when the server asks for more: then the error is passed on at once. Default: 60 seconds.</value>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <value>How many retries a client may do in a row without successes between them; 0 for no limit. Default: 100.</value>
    public int BudgetCapacity { get; init; } = 100;

    /// <value>How much of a retry each success earns back, so that retries stay a small part of the load. Default: 0.2.</value>
    public double BudgetRefill { get; init; } = 0.2;

    /// <value>
    /// Decides instead of the rules of the SDK; <see cref="RetryArguments.IsRetriedByDefault"/> tells what they say. Null leaves it to them.
    /// A rule that repeats a create makes duplicates.
    /// </value>
    public Func<RetryArguments, bool>? ShouldRetry { get; init; }

    /// <summary>Looks for values that cannot work.</summary>
    /// <returns>What is wrong, with the values; null when nothing is.</returns>
    internal string? FindFault()
    {
        if (MaxRetries is < 0 or > 10) return Text($"MaxRetries is {MaxRetries}; it must be from 0 to 10.");
        if (BaseDelay <= TimeSpan.Zero) return Text($"BaseDelay is {BaseDelay}; it must be longer than zero.");
        if (MaxDelay < BaseDelay || MaxDelay > TimeSpan.FromHours(1)) return Text($"MaxDelay is {MaxDelay}; it must be from BaseDelay ({BaseDelay}) to an hour.");
        if (BudgetCapacity < 0) return Text($"BudgetCapacity is {BudgetCapacity}; it must not be negative.");
        if (BudgetRefill is < 0 or > 1 or double.NaN) return Text($"BudgetRefill is {BudgetRefill}; it must be from 0 to 1.");
        return null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
