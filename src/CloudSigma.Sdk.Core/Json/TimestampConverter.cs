// The API's times: "2014-06-05T09:45:08.003595+00:00", without the fraction when it is zero, or with a blank for the T.
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Core.Json;

/// <summary>Reads every time format of guide 31 and writes the one with <c>T</c> and six decimals.</summary>
/// <param name="separator">What stands between date and time when writing: <c>T</c>, or a blank for snapshots and logs.</param>
public sealed class TimestampConverter(char separator) : JsonConverter<DateTimeOffset>
{
    /// <summary>Makes a converter that writes <c>T</c> between date and time.</summary>
    public TimestampConverter() : this('T')
    {
    }

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var seconds)) return FromUnixSeconds(seconds);
        if (reader.TokenType != JsonTokenType.String) throw new JsonException($"A time is a text, not a {reader.TokenType}.");
        // Without an offset it is UTC, not the local time of this machine.
        if (reader.TryGetDateTime(out var plain) && plain.Kind == DateTimeKind.Unspecified) return new DateTimeOffset(plain, TimeSpan.Zero);
        if (reader.TryGetDateTimeOffset(out var iso)) return iso;
        var text = reader.GetString()!;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)) return value;
        // Routers give unix seconds as text.
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds)) return FromUnixSeconds(seconds);
        throw new JsonException($"'{JsonText.Shown(text, 40)}' is not a time.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var fraction = value.Ticks % TimeSpan.TicksPerSecond == 0 ? "" : ".ffffff";
        writer.WriteStringValue(value.ToString($"yyyy-MM-dd'{separator}'HH:mm:ss{fraction}zzz", CultureInfo.InvariantCulture));
    }

    private static DateTimeOffset FromUnixSeconds(long seconds) => seconds is >= -62135596800 and <= 253402300799
        ? DateTimeOffset.FromUnixTimeSeconds(seconds)
        : throw new JsonException($"{seconds} is not a time in unix seconds.");
}
