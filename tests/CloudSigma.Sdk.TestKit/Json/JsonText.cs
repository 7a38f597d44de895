// Parsing of JSON text that tests hold in their hands.
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CloudSigma.Sdk.TestKit.Json;

public static class JsonText
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, IndentSize = 4, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return document.RootElement.Clone();
    }

    /// <summary>Makes damaged JSON readable: drops trailing commas and comments behind <c>#</c>, doubles single quotes, and adds missing closing brackets.</summary>
    public static string Mend(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mended = new StringBuilder();
        var open = new Stack<char>();
        var inText = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (inText)
            {
                mended.Append(c);
                if (c == '\\' && i + 1 < text.Length) mended.Append(text[++i]);
                else if (c == '"') inText = false;
                continue;
            }

            switch (c)
            {
                case '"':
                    inText = true;
                    break;
                case '\'':
                    var end = text.IndexOf('\'', i + 1);
                    if (end < 0) end = text.Length - 1;
                    mended.Append(JsonSerializer.Serialize(text[(i + 1)..end]));
                    i = end;
                    continue;
                case '#':
                    while (i + 1 < text.Length && text[i + 1] != '\n') i++;
                    continue;
                case '{' or '[':
                    open.Push(c == '{' ? '}' : ']');
                    break;
                case '}' or ']':
                    DropTrailingComma(mended);
                    while (open.Count > 0 && open.Peek() != c) mended.Append(open.Pop());
                    if (open.Count > 0) open.Pop();
                    break;
                default:
                    break;
            }

            mended.Append(c);
        }

        DropTrailingComma(mended);
        while (open.Count > 0) mended.Append(open.Pop());
        return mended.ToString();
    }

    /// <summary>Writes JSON with four blanks per level and the members in their order, as the documented examples are.</summary>
    public static string Indent(JsonElement json)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented with { NewLine = "\n" })) json.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Writes JSON so that equal texts mean the same members with the same values, and the same spelling of every number. Of a member that is there twice the last one counts.</summary>
    public static string Canonical(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", Members(json).Select(static m => $"{JsonSerializer.Serialize(m.Key)}:{Canonical(m.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(",", json.EnumerateArray().Select(Canonical)) + "]",
        JsonValueKind.String => JsonSerializer.Serialize(json.GetString()),
        _ => json.GetRawText(),
    };

    private static SortedDictionary<string, JsonElement> Members(JsonElement json)
    {
        var members = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject()) members[member.Name] = member.Value;
        return members;
    }

    private static void DropTrailingComma(StringBuilder text)
    {
        var end = text.Length - 1;
        while (end >= 0 && char.IsWhiteSpace(text[end])) end--;
        if (end >= 0 && text[end] == ',') text.Remove(end, 1);
    }
}
