// Members of a schedule: text, number or list in, the same form out.
using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

internal sealed class ScheduleFieldConverter : JsonConverter<ScheduleField>
{
    public override ScheduleField Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) return new ScheduleField([Token(ref reader)], isList: false);
        var tokens = new List<ScheduleToken>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) tokens.Add(Token(ref reader));
        return new ScheduleField(tokens, isList: true);
    }

    public override void Write(Utf8JsonWriter writer, ScheduleField value, JsonSerializerOptions options)
    {
        if (value.IsList) writer.WriteStartArray();
        foreach (var token in value.Tokens)
        {
            if (token.IsNumber) writer.WriteRawValue(token.Text);
            else writer.WriteStringValue(token.Text);
        }

        if (value.IsList) writer.WriteEndArray();
    }

    private static ScheduleToken Token(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => new ScheduleToken(reader.GetString()!, IsNumber: false),
        JsonTokenType.Number => new ScheduleToken(Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan), IsNumber: true),
        _ => throw new JsonException($"A member of a schedule is a text, a number or a list of them, not a {reader.TokenType}."),
    };
}
