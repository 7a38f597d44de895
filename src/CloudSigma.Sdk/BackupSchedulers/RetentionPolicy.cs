// What a scheduler keeps.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>What a scheduler keeps (guide 23). A backup is kept when any rule matches it; everything else is deleted.</summary>
/// <remarks>
/// Some answers show the <c>time_option</c> of a rule as a rule of its own after it. It is read as part of its rule; unchanged rules go back as they came,
/// new ones are written with it. Policies are equal when they have the same name and rules.
/// </remarks>
public sealed record RetentionPolicy : ApiModel
{
    /// <summary>Label of the policy.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>The rules. Without any, the policy is not set.</summary>
    [JsonIgnore]
    public IReadOnlyList<RetentionRule> Rules { get => _rules.Or([]); init => _rules = new(value); }
    [JsonInclude, JsonPropertyName("rules")] internal Member<IReadOnlyList<RetentionRule>> _rules;

    /// <value>The policy that is not set, written as <c>{}</c>: nothing is deleted.</value>
    public static RetentionPolicy KeepAll { get; } = new();

    /// <summary>Makes a policy of rules. It is named after them, such as <c>Keep 7 days, 4 weeks</c>; change that by <c>with</c>.</summary>
    /// <remarks>Written as <c>{"name": "Keep 7 days", "rules": [{"period": "days", "quantity": 7}]}</c>.</remarks>
    /// <param name="rules">The rules; at least one.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentException">There is no rule, or one is null.</exception>
    public static RetentionPolicy Keep(params IReadOnlyList<RetentionRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (rules.Count == 0 || rules.Contains(null))
            throw new ArgumentException($"Name at least one rule, and none that is null. Use {nameof(KeepAll)} to keep everything.", nameof(rules));
        return new RetentionPolicy { Name = $"Keep {string.Join(", ", rules)}", Rules = [.. rules] };
    }

    /// <summary>Makes the policy of sons, fathers and grandfathers: one backup for each of the last days, weeks and months.</summary>
    /// <remarks>
    /// Seven sons, four fathers on Mondays and twelve grandfathers on day 23 are written as
    /// <c>{"name": "Son, Father, GrandFather Policy", "rules": [{"period": "days", "quantity": 7}, {"period": "weeks", "quantity": 4, "time_option": 1}, {"period": "months", "quantity": 12, "time_option": 23}]}</c>.
    /// </remarks>
    /// <param name="sons">Number of days, at least 1.</param>
    /// <param name="fathers">Number of weeks, at least 1.</param>
    /// <param name="grandfathers">Number of months, at least 1.</param>
    /// <param name="fatherDay">The day of the week whose backup is kept; null leaves it to the API.</param>
    /// <param name="grandfatherDay">The day of the month whose backup is kept, 1 to 31; null leaves it to the API.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1, or a day is none of a week or month.</exception>
    public static RetentionPolicy SonFatherGrandfather(int sons, int fathers, int grandfathers, DayOfWeek? fatherDay = null, int? grandfatherDay = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sons, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fathers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(grandfathers, 1);
        return new RetentionPolicy
        {
            Name = "Son, Father, GrandFather Policy",
            Rules = [RetentionRule.Days(sons), RetentionRule.Weeks(fathers, fatherDay), RetentionRule.Months(grandfathers, grandfatherDay)],
        };
    }

    /// <summary>Whether two policies have the same name, the same rules in the same order, and the same unknown members.</summary>
    /// <param name="other">The other policy.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(RetentionPolicy? other) => base.Equals(other) && _name == other._name && Rules.SequenceEqual(other.Rules);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), _name, Rules.Count);

    /// <summary>What is kept, in words, such as <c>keep 7 days, 4 weeks (Monday)</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Rules.Count == 0 ? "keep all" : $"keep {string.Join(", ", Rules)}";
}
