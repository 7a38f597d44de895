// Checks the schedules of a request and brings them into the stored form.
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;

namespace CloudSigma.Emulator.Resources.BackupSchedulers;

internal static class ScheduleReader
{
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Reads <c>incremental_backup</c>: all of its members have to be there but <c>repeat</c>.</summary>
    public static JsonNode? Incremental(ValueReader reader, JsonNode value, string point)
    {
        if (Members(reader, value, point, "day_of_month", "day_of_week", "end_time", "hour", "minute", "month", "repeat", "start_time") is not { } source) return null;
        return new JsonObject
        {
            ["day_of_month"] = Numbers(reader, source, point, "day_of_month", 1, 31),
            ["day_of_week"] = DaysOfWeek(reader, source, point),
            ["end_time"] = Time(reader, source, point, "end_time"),
            ["hour"] = Numbers(reader, source, point, "hour", 0, 23),
            ["minute"] = Numbers(reader, source, point, "minute", 0, 59),
            ["month"] = Months(reader, source, point),
            ["repeat"] = Repeat(reader, source["repeat"], $"{point}.repeat"),
            ["start_time"] = Time(reader, source, point, "start_time"),
        };
    }

    /// <summary>Reads <c>initial_backup</c>, which is empty or complete.</summary>
    public static JsonNode? Initial(ValueReader reader, JsonNode value, string point)
    {
        if (Members(reader, value, point, "day_of_week", "end_time", "start_time") is not { } source) return null;
        return source.Count == 0 ? source.DeepClone() : new JsonObject
        {
            ["day_of_week"] = DaysOfWeek(reader, source, point),
            ["end_time"] = Time(reader, source, point, "end_time"),
            ["start_time"] = Time(reader, source, point, "start_time"),
        };
    }

    /// <summary>Reads <c>manual_incremental_backup</c>: times like <c>02:00,22:15</c>, or nothing.</summary>
    public static JsonNode? Manual(ValueReader reader, JsonNode value, string point)
    {
        if (value.GetValueKind() is not JsonValueKind.String) return Bad(reader, "Not a text", point);
        var text = value.GetValue<string>();
        return text.Length == 0 || text.Split(',').All(static time => TimeOnly.TryParseExact(time.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            ? JsonValue.Create(text)
            : Bad(reader, $"\"{text}\" is not a list of times like 02:00,22:15", point);
    }

    private static JsonObject? Members(ValueReader reader, JsonNode value, string point, params ReadOnlySpan<string> known)
    {
        if (value is not JsonObject source)
        {
            reader.Fail("Not an object", point);
            return null;
        }

        reader.NoteUnknown(source, point, known);
        return source;
    }

    private static JsonNode? Required(ValueReader reader, JsonObject source, string point)
    {
        var name = point[(point.LastIndexOf('.') + 1)..];
        if (source[name] is { } value) return value;
        reader.Fail(ValueReader.RequiredMessage, point);
        return null;
    }

    // A number, a list of numbers with commas, "*" or "".
    private static JsonValue? Numbers(ValueReader reader, JsonObject source, string parent, string name, int least, int most)
    {
        var point = $"{parent}.{name}";
        if (Required(reader, source, point) is not { } value) return null;
        if (value.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Number)) return Bad(reader, "Not a text", point);
        var text = value.ToString();
        return AreNumbers(text, least, most) ? JsonValue.Create(text) : Bad(reader, Expected(text, least, most), point);
    }

    // Several months are shown as a list, so that is accepted too.
    private static JsonNode? Months(ValueReader reader, JsonObject source, string parent)
    {
        var point = $"{parent}.month";
        if (source["month"] is not JsonArray list)
        {
            var months = Numbers(reader, source, parent, "month", 1, 12);
            var text = months?.ToString() ?? "";
            return text.Contains(',', StringComparison.Ordinal) ? Texts(text.Split(',').Select(static month => month.Trim())) : months;
        }

        var names = list.Select(static entry => entry?.ToString() ?? "").ToArray();
        var joined = string.Join(',', names);
        return AreNumbers(joined, 1, 12) ? Texts(names) : Bad(reader, Expected(joined, 1, 12), point);
    }

    private static JsonNode? DaysOfWeek(ValueReader reader, JsonObject source, string parent)
    {
        var point = $"{parent}.day_of_week";
        if (Required(reader, source, point) is not { } value) return null;
        string[] names = value switch
        {
            JsonArray { Count: 0 } => [""],
            JsonArray list => [.. list.Select(static entry => entry?.ToString() ?? "")],
            _ => [.. value.ToString().Split(',').Select(static name => name.Trim())],
        };
        // A free choice stands alone.
        var wrong = names.FirstOrDefault(name => !Weekdays.Contains(name) && !(names.Length == 1 && name is "" or "*"));
        return wrong is null ? Texts(names) : Bad(reader, $"\"{wrong}\" is not one of {string.Join(", ", Weekdays)}, or \"*\" alone", point);
    }

    // Hours and minutes come as numbers or as text; "" means that there is no window.
    private static JsonObject? Time(ValueReader reader, JsonObject source, string parent, string name)
    {
        var point = $"{parent}.{name}";
        if (Required(reader, source, point) is not { } value || Members(reader, value, point, "hour", "minute") is not { } members) return null;
        return new JsonObject
        {
            ["hour"] = Number(reader, members, $"{point}.hour", 23),
            ["minute"] = Number(reader, members, $"{point}.minute", 59),
        };
    }

    private static JsonValue? Number(ValueReader reader, JsonObject source, string point, int most)
    {
        if (Required(reader, source, point) is not { } value) return null;
        var text = value.ToString();
        if (text.Length == 0) return JsonValue.Create("");
        return IsNumber(text, 0, most) ? JsonValue.Create(long.Parse(text, CultureInfo.InvariantCulture)) : Bad(reader, $"\"{text}\" is not a number from 0 to {most}, or \"\"", point);
    }

    private static JsonObject? Repeat(ValueReader reader, JsonNode? value, string point)
    {
        if (value is null) return new JsonObject { ["hour"] = "", ["minute"] = "" };
        if (Members(reader, value, point, "hour", "minute") is not { } source) return null;
        return new JsonObject { ["hour"] = Step(reader, source["hour"], $"{point}.hour", 23), ["minute"] = Step(reader, source["minute"], $"{point}.minute", 59) };
    }

    private static JsonValue? Step(ValueReader reader, JsonNode? value, string point, int most)
    {
        var text = value?.ToString() ?? "";
        return text.Length == 0 || (text.StartsWith("*/", StringComparison.Ordinal) && IsNumber(text[2..], 1, most))
            ? JsonValue.Create(text)
            : Bad(reader, $"\"{text}\" is not a step like */12, up to {most}, or \"\"", point);
    }

    private static string Expected(string text, int least, int most) => $"\"{text}\" is not one or more numbers from {least} to {most} with commas, \"*\" or \"\"";

    private static bool AreNumbers(string text, int least, int most) =>
        text is "" or "*" || text.Split(',').All(part => IsNumber(part.Trim(), least, most));

    private static bool IsNumber(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(static text => (JsonNode)text)];

    private static JsonValue? Bad(ValueReader reader, string message, string point)
    {
        reader.Fail(message, point);
        return null;
    }
}
