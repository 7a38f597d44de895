// Checks the retention policy of a request and brings it into the stored form.
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;

namespace CloudSigma.Emulator.Resources.BackupSchedulers;

internal static class RetentionReader
{
    /// <summary>Reads <c>retention_policy</c>, which is empty or has a name and rules.</summary>
    public static JsonNode? Policy(ValueReader reader, JsonNode value, string point)
    {
        if (value is not JsonObject source)
        {
            reader.Fail("Not an object", point);
            return null;
        }

        if (source.Count == 0) return new JsonObject();
        reader.NoteUnknown(source, point, "name", "rules");
        if (source["name"] is not { } name) reader.Fail(ValueReader.RequiredMessage, $"{point}.name");
        else if (name.GetValueKind() is not JsonValueKind.String) reader.Fail("Not a text", $"{point}.name");
        return new JsonObject { ["name"] = source["name"]?.DeepClone(), ["rules"] = Rules(reader, source["rules"], $"{point}.rules") };
    }

    private static JsonArray? Rules(ValueReader reader, JsonNode? value, string point)
    {
        if (value is not JsonArray entries)
        {
            reader.Fail(value is null ? ValueReader.RequiredMessage : "Not a list", point);
            return null;
        }

        var rules = new JsonArray();
        foreach (var rule in Joined(reader, entries, point))
        {
            reader.NoteUnknown(rule, point, "period", "quantity", "time_option");
            rules.Add((JsonNode)Rule(reader, rule, point));
        }

        return rules;
    }

    // Some answers of the API show the time option as a rule of its own; it belongs to the rule before.
    private static List<JsonObject> Joined(ValueReader reader, JsonArray entries, string point)
    {
        var rules = new List<JsonObject>();
        foreach (var entry in entries)
        {
            if (entry is not JsonObject rule) reader.Fail("Not a list of objects", point);
            else if (rule.Count == 1 && rule["time_option"] is { } option && rules.Count > 0 && !rules[^1].ContainsKey("time_option")) rules[^1]["time_option"] = option.DeepClone();
            else rules.Add(rule.DeepClone().AsObject());
        }

        return rules;
    }

    private static JsonObject Rule(ValueReader reader, JsonObject source, string point)
    {
        var period = source["period"]?.ToString();
        if (period is null) reader.Fail(ValueReader.RequiredMessage, $"{point}.period");
        else if (period is not ("days" or "weeks" or "months")) reader.Fail($"\"{period}\" is not one of days, weeks, months", $"{point}.period");
        var rule = new JsonObject { ["period"] = period, ["quantity"] = Number(reader, source["quantity"], $"{point}.quantity", 1, int.MaxValue) };
        if (source["time_option"] is not { } option) return rule;
        rule["time_option"] = period switch
        {
            "weeks" => Number(reader, option, $"{point}.time_option", 0, 6),
            "months" => Number(reader, option, $"{point}.time_option", 1, 31),
            _ => null,
        };
        if (period == "days") reader.Fail("Only weeks and months have a time option", $"{point}.time_option");
        return rule;
    }

    private static JsonNode? Number(ValueReader reader, JsonNode? value, string point, int least, int most)
    {
        if (value is null)
        {
            reader.Fail(ValueReader.RequiredMessage, point);
            return null;
        }

        if (int.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return (long)number;
        reader.Fail($"\"{value}\" is not a whole number from {least} to {most}", point);
        return null;
    }
}
