// One member of a schedule: a text, a number, or a list of texts, kept in the form in which it came.
using System.Globalization;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <summary>One member of a schedule, such as the hours or the weekdays (guide 23). It remembers the form in which it came and is written back in that form.</summary>
[JsonConverter(typeof(ScheduleFieldConverter))]
public sealed class ScheduleField : IEquatable<ScheduleField>
{
    internal ScheduleField(IReadOnlyList<ScheduleToken> tokens, bool isList)
    {
        Tokens = tokens;
        IsList = isList;
        Values = [.. tokens.SelectMany(static t => t.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
    }

    /// <summary>Makes a member that is a text.</summary>
    /// <param name="text">The text: one value, several parted by commas, <c>*</c>, a step such as <c>*/15</c>, or nothing.</param>
    public ScheduleField(string text) : this([new ScheduleToken(text ?? throw new ArgumentNullException(nameof(text)), IsNumber: false)], isList: false)
    {
    }

    /// <value>An empty text: the member is not used.</value>
    public static ScheduleField Unused { get; } = new("");

    /// <value>The text <c>*</c>: any value.</value>
    public static ScheduleField Any { get; } = new("*");

    /// <value>The values one by one, also of a text with commas; empty for an empty text or list.</value>
    public IReadOnlyList<string> Values { get; }

    /// <value>Whether the member restricts nothing: it is empty or <c>*</c>.</value>
    public bool IsUnrestricted => Values is [] or ["*"];

    internal IReadOnlyList<ScheduleToken> Tokens { get; }

    internal bool IsList { get; }

    /// <summary>Makes a member that is a JSON list of texts, as days of the week are.</summary>
    /// <param name="values">The texts.</param>
    /// <returns>The member.</returns>
    public static ScheduleField FromList(params IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new ScheduleField([.. values.Select(static v => new ScheduleToken(v ?? throw new ArgumentNullException(nameof(values)), IsNumber: false))], isList: true);
    }

    /// <summary>Makes a member that is a JSON number, as the hours and minutes of a window are.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The member.</returns>
    public static ScheduleField FromNumber(int value) => new([new ScheduleToken(value.ToString(CultureInfo.InvariantCulture), IsNumber: true)], isList: false);

    /// <inheritdoc/>
    public bool Equals(ScheduleField? other) => other is not null && IsList == other.IsList && Tokens.SequenceEqual(other.Tokens);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScheduleField);

    /// <inheritdoc/>
    public override int GetHashCode() => Tokens.Aggregate(IsList.GetHashCode(), static (hash, token) => HashCode.Combine(hash, token));

    /// <summary>The values, parted by commas.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(',', Values);
}
