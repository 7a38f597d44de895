// Values of the server context as text: objects and lists as JSON in one line, all else plainly.
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Guests;

internal static class ContextText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value at a path, or an empty text when there is nothing or null.</summary>
    /// <param name="root">The whole context.</param>
    /// <param name="path">Names and numbers with slashes between them; empty means everything.</param>
    public static string At(JsonObject root, string path)
    {
        JsonNode? value = root;
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            value = value switch
            {
                JsonObject members => members[step],
                JsonArray entries when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < entries.Count => entries[index],
                _ => null,
            };
        }

        return value switch
        {
            null => "",
            JsonObject or JsonArray => Json(value),
            _ => value.GetValueKind() is JsonValueKind.String ? Escaped(value.GetValue<string>()) : value.ToJsonString(),
        };
    }

    // The cloud writes a blank behind each comma and each colon.
    private static string Json(JsonNode? value) => value switch
    {
        JsonObject members => $"{{{string.Join(", ", members.Select(static member => $"{Json(JsonValue.Create(member.Key))}: {Json(member.Value)}"))}}}",
        JsonArray entries => $"[{string.Join(", ", entries.Select(Json))}]",
        null => "null",
        _ => value.ToJsonString(Readable),
    };

    // A value is one line, so what would break the line is spelled out.
    private static string Escaped(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                < ' ' or '\x7f' => result.Append(CultureInfo.InvariantCulture, $"\\x{(int)letter:x2}"),
                _ => result.Append(letter),
            };
        }

        return result.ToString();
    }
}
