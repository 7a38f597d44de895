// Questions to the server context and the texts of its answers.
using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CloudSigma.Sdk;

/// <summary>A question is <c>&lt;</c>, a path and <c>&gt;</c> on lines; an answer is one line, ended by 0x04 (guide 20).</summary>
internal static class ContextText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n");

    /// <summary>The bytes of a question.</summary>
    /// <exception cref="ArgumentException">The path cannot be asked for.</exception>
    public static byte[] Question(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Guard.Text(path, "path", nameof(path));
        if (path.Any(char.IsControl)) throw new ArgumentException("The path has a line break or another control character, which would end the question. Remove it.", nameof(path));
        return StrictUtf8.GetBytes($"<\n{path}\n>");
    }

    /// <summary>The line of an answer, without the line breaks around it.</summary>
    /// <exception cref="InvalidResponseException">It is not a text.</exception>
    public static string Line(ReadOnlySpan<byte> answer, string path)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(answer);
        }
        catch (DecoderFallbackException e)
        {
            throw NotUnderstood(path, answer.Length, "it is not UTF-8", e);
        }

        var line = text.AsSpan().Trim("\r\n").ToString();
        return line.Any(static c => char.IsControl(c) && c != '\t' && !LineEnds.Contains(c)) ? throw NotUnderstood(path, answer.Length, "it has control characters", null) : line;
    }

    /// <summary>The value of a leaf: control characters in it were escaped as in JSON. A backslash before anything else stands for itself.</summary>
    public static string Unescape(string line)
    {
        if (!line.Contains('\\', StringComparison.Ordinal)) return line;
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var next = line[i] == '\\' && i + 1 < line.Length ? line[i + 1] : '\0';
            char? plain = next switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\b',
                'f' => '\f',
                '"' or '\\' or '/' => next,
                _ => null,
            };
            if (plain is { } character)
            {
                text.Append(character);
                i++;
            }
            else if (next == 'u' && i + 6 <= line.Length && ushort.TryParse(line.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                i += 5;
            }
            else
            {
                text.Append(line[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>The JSON of a line; null when it is none.</summary>
    public static JsonElement? Json(string line)
    {
        try
        {
            return JsonElement.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The answer itself stays out of the message: it has the password of the screen.
    public static InvalidResponseException NotUnderstood(string path, int length, string why, Exception? cause) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The server context answered the question for '{path}' with {length} bytes that cannot be understood: {why}."), cause);
}
