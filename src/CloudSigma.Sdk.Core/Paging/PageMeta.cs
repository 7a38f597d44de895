// What an answer says about its page.
using System.Text.Json;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk.Core.Paging;

/// <summary>The <c>meta</c> of a list answer; a part that is missing or strange is null.</summary>
internal readonly record struct PageMeta(int? Limit, int? Offset, int? TotalCount)
{
    public static PageMeta Parse(ReadOnlySpan<byte> json)
    {
        int? limit = null, offset = null, total = null;
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isLimit = JsonText.Is(ref reader, "limit"u8);
            var isOffset = JsonText.Is(ref reader, "offset"u8);
            var isTotal = JsonText.Is(ref reader, "total_count"u8);
            reader.Read();
            if (isLimit) limit = ReadCount(ref reader);
            else if (isOffset) offset = ReadCount(ref reader);
            else if (isTotal) total = ReadCount(ref reader);
            else reader.Skip();
        }

        return new PageMeta(limit, offset, total);
    }

    private static int? ReadCount(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String))
        {
            reader.Skip();
            return null;
        }

        try
        {
            var value = LenientInt64Converter.Read(ref reader);
            return value is >= 0 and <= int.MaxValue ? (int)value : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No whole number, or a text that is not Unicode.
            return null;
        }
    }
}
