// Integers as the API sends them: numbers, numbers with a zero fraction (1073741824.0), or text.
using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Core.Json;

/// <summary>Reads a 64-bit integer from a number, from a number with a zero fraction, or from text; writes a number.</summary>
public sealed class LenientInt64Converter : JsonConverter<long>
{
    /// <inheritdoc/>
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value);
    }

    internal static long Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number)) return number;
        if (reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String))
            throw new JsonException($"An integer is a number or a text, not a {reader.TokenType}.");
        if (reader.TokenType == JsonTokenType.String && TryReadText(ref reader, out number)) return number;

        var text = reader.TokenType == JsonTokenType.String
            ? reader.GetString()!
            : System.Text.Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        // 1073741824.0 and 1e9 are whole numbers; 1.5 and 1e30 are not 64-bit integers.
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && decimal.Truncate(value) == value && value is >= long.MinValue and <= long.MaxValue)
        {
            return (long)value;
        }

        throw new JsonException($"'{JsonText.Shown(text, 40)}' is not a 64-bit integer.");
    }

    private static bool TryReadText(ref Utf8JsonReader reader, out long number)
    {
        number = 0;
        return !reader.HasValueSequence && !reader.ValueIsEscaped
            && Utf8Parser.TryParse(reader.ValueSpan, out number, out var used) && used == reader.ValueSpan.Length;
    }
}
