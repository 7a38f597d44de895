// Texts that are read without the serializer, which would turn a text that is not Unicode into a JsonException.
using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CloudSigma.Sdk.Core.Json;

/// <summary>Reads texts also when they have bytes that are not UTF-8, or half a surrogate pair.</summary>
internal static class JsonText
{
    /// <summary>A text for an error message, cut when it is long.</summary>
    public static string Shown(string text, int length) => text.Length > length ? text[..length] + "..." : text;

    /// <summary>Whether the text or name under the reader is this one. A text that is not Unicode is none.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The text or name under the reader; as it was sent, with replacement characters, when it is not Unicode.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        }
    }
}
