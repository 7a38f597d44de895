// Rules of retention: a time_option in a rule of its own is joined to the rule before it.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <summary>Reads both forms of the rules. Rules that were read are written in their form, all others with the time_option inside (guide 23).</summary>
internal sealed class RetentionRulesConverter : JsonConverter<IReadOnlyList<RetentionRule>>
{
    private JsonConverter<RetentionRule>? _rule;

    public override IReadOnlyList<RetentionRule> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException($"A list was expected, not a {reader.TokenType}.");
        List<RetentionRule> rules = [];
        HashSet<int> split = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Null) throw new JsonException("A list of rules has a null.");
            var rule = Rule(options).Read(ref reader, typeof(RetentionRule), options)!;
            if (IsOptionOnly(rule) && rules.Count > 0 && TakesOption(rules[^1]) && split.Add(rules.Count - 1)) rules[^1] = rules[^1] with { TimeOption = rule.TimeOption };
            else rules.Add(rule);
        }

        return split.Count == 0 ? rules : new RetentionRuleList(rules, split);
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<RetentionRule> value, JsonSerializerOptions options)
    {
        var read = value as RetentionRuleList;
        writer.WriteStartArray();
        for (var i = 0; i < value.Count; i++)
        {
            if (read?.IsSplit(i) == true)
            {
                Rule(options).Write(writer, value[i] with { _timeOption = default }, options);
                Rule(options).Write(writer, new RetentionRule { TimeOption = value[i].TimeOption }, options);
            }
            else
            {
                Rule(options).Write(writer, value[i], options);
            }
        }

        writer.WriteEndArray();
    }

    private static bool IsOptionOnly(RetentionRule rule) => rule._timeOption.HasValue && !rule._period.IsPresent && !rule._quantity.IsPresent && rule.AdditionalMembers.Count == 0;

    /// <summary>Only weeks and months have a day; after any other rule, the option stays alone.</summary>
    private static bool TakesOption(RetentionRule rule) => !rule._timeOption.IsPresent && (rule.Period == RetentionPeriod.Weeks || rule.Period == RetentionPeriod.Months);

    private JsonConverter<RetentionRule> Rule(JsonSerializerOptions options) => _rule ??= (JsonConverter<RetentionRule>)options.GetTypeInfo(typeof(RetentionRule)).Converter;
}
