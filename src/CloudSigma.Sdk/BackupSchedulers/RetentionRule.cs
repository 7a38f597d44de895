// How many days, weeks or months of backups stay.
using System.Globalization;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A rule of a <see cref="RetentionPolicy"/>: how many days, weeks or months of backups stay.</summary>
public sealed record RetentionRule : ApiModel
{
    private const int LastDayOfMonth = 31;

    /// <summary>The unit in which the rule counts.</summary>
    [JsonIgnore]
    public RetentionPeriod Period { get => _period.Value; init => _period = new(value); }
    [JsonInclude, JsonPropertyName("period")] internal Member<RetentionPeriod> _period;

    /// <summary>Number of days, weeks or months that stay.</summary>
    [JsonIgnore]
    public int Quantity { get => _quantity.Value; init => _quantity = new(value); }
    [JsonInclude, JsonPropertyName("quantity")] internal Member<int> _quantity;

    /// <summary>The day whose backup stays: for weeks 0 for Sunday to 6, for months 1 to 31.</summary>
    /// <value>Null when the rule names none.</value>
    [JsonIgnore]
    public int? TimeOption { get => _timeOption.Value; init => _timeOption = new(value); }
    [JsonInclude, JsonPropertyName("time_option")] internal Member<int?> _timeOption;

    /// <summary>The day of the week whose backup stays.</summary>
    /// <value>Null when the rule names none, or does not count in weeks.</value>
    [JsonIgnore]
    public DayOfWeek? DayOfWeek => Period == RetentionPeriod.Weeks && TimeOption is >= 0 and <= 6 ? (DayOfWeek)TimeOption.Value : null;

    /// <summary>The day of the month whose backup stays, 1 to 31.</summary>
    /// <value>Null when the rule names none, or does not count in months.</value>
    [JsonIgnore]
    public int? DayOfMonth => Period == RetentionPeriod.Months && TimeOption is >= 1 and <= LastDayOfMonth ? TimeOption : null;

    /// <summary>Keeps the backups of the last days.</summary>
    /// <remarks>Written as <c>{"period": "days", "quantity": 7}</c>.</remarks>
    /// <param name="quantity">Number of days, at least 1.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantity"/> is less than 1.</exception>
    public static RetentionRule Days(int quantity) => Of(RetentionPeriod.Days, quantity, null);

    /// <summary>Keeps the backups of the last weeks.</summary>
    /// <remarks>Written as <c>{"period": "weeks", "quantity": 4, "time_option": 1}</c>, where 1 stands for Monday.</remarks>
    /// <param name="quantity">Number of weeks, at least 1.</param>
    /// <param name="day">The day of the week whose backup stays; null leaves <c>time_option</c> out.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantity"/> is less than 1, or the day is none of the week.</exception>
    public static RetentionRule Weeks(int quantity, DayOfWeek? day = null)
    {
        if (day is { } named && !Enum.IsDefined(named)) throw new ArgumentOutOfRangeException(nameof(day), day, $"{(int)named} is no day of the week.");
        return Of(RetentionPeriod.Weeks, quantity, (int?)day);
    }

    /// <summary>Keeps the backups of the last months.</summary>
    /// <remarks>Written as <c>{"period": "months", "quantity": 12, "time_option": 23}</c>, where 23 is the day of the month.</remarks>
    /// <param name="quantity">Number of months, at least 1.</param>
    /// <param name="dayOfMonth">The day of the month whose backup stays, 1 to 31; null leaves <c>time_option</c> out.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantity"/> is less than 1, or the day is not from 1 to 31.</exception>
    public static RetentionRule Months(int quantity, int? dayOfMonth = null)
    {
        if (dayOfMonth is < 1 or > LastDayOfMonth) throw new ArgumentOutOfRangeException(nameof(dayOfMonth), dayOfMonth, $"A day of the month is from 1 to {LastDayOfMonth}.");
        return Of(RetentionPeriod.Months, quantity, dayOfMonth);
    }

    /// <summary>The rule in words, such as <c>4 weeks (Monday)</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Quantity} {Period}{(DayOfWeek is { } day ? $" ({day})" : DayOfMonth is { } number ? $" (day {number})" : "")}");

    /// <summary>What the API would not understand; null when nothing.</summary>
    internal string? Fault()
    {
        if ((_period.IsPresent || _quantity.IsPresent) && Quantity < 1) return $"it keeps {Quantity.ToString(CultureInfo.InvariantCulture)} {Period}. Keep at least 1";
        if (TimeOption is not { } option) return null;
        var shown = option.ToString(CultureInfo.InvariantCulture);
        if (Period == RetentionPeriod.Days) return $"it counts in days, which have no TimeOption, but has {shown}";
        if (Period == RetentionPeriod.Weeks && DayOfWeek is null) return $"its TimeOption {shown} is no day of the week, from 0 for Sunday to 6";
        return Period == RetentionPeriod.Months && DayOfMonth is null ? $"its TimeOption {shown} is no day of a month, from 1 to 31" : null;
    }

    private static RetentionRule Of(RetentionPeriod period, int quantity, int? timeOption)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quantity, 1);
        var rule = new RetentionRule { Period = period, Quantity = quantity };
        return timeOption is null ? rule : rule with { TimeOption = timeOption };
    }
}
