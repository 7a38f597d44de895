// Money and fractions: decimal text in answers ("200.00", "0E-16"), sometimes a bare number.
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Core.Json;

/// <summary>Reads a decimal from text or a number and writes it as text in the API's own form (guide 26 and 31).</summary>
public sealed class DecimalTextConverter : JsonConverter<decimal>
{
    /// <inheritdoc/>
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number)) return number;
        if (reader.TokenType != JsonTokenType.String) throw new JsonException($"A decimal is a text or a number, not a {reader.TokenType}.");
        var text = reader.GetString()!;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException($"'{JsonText.Shown(text, 40)}' is not a decimal.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Format(value));
    }

    /// <summary>Writes a decimal as the API does: plain, but a zero with more than six decimals as <c>0E-16</c>.</summary>
    /// <param name="value">The value; its number of decimals is kept.</param>
    /// <returns>The text.</returns>
    public static string Format(decimal value) => value == 0 && value.Scale > 6
        ? string.Create(CultureInfo.InvariantCulture, $"0E-{value.Scale}")
        : value.ToString(CultureInfo.InvariantCulture);
}
