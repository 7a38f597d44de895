// The few bodies that a session needs, without a model.
using System.Buffers;
using System.Text.Json;

namespace CloudSigma.Sdk.Core.Authentication;

internal static class SessionJson
{
    public static byte[] Write(params ReadOnlySpan<(string Name, string Value)> members)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members) writer.WriteString(name, value);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Whether the answer to a login asks for a second factor. How it asks is not documented, so every likely name counts.</summary>
    public static bool AsksForSecondFactor(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || !NamesSecondFactor(reader.GetString()!)) continue;
                if (reader.Read() && reader.TokenType is not (JsonTokenType.False or JsonTokenType.Null)) return true;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }

    /// <summary>Whether a text speaks of the second factor.</summary>
    public static bool NamesSecondFactor(string text)
    {
        foreach (var word in (ReadOnlySpan<string>)["otp", "two_factor", "two-factor", "2fa", "one-time", "one_time", "second factor"])
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
