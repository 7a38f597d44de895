// The checks of parameters that every client makes before anything is sent.
using System.Globalization;
using System.Runtime.CompilerServices;

namespace CloudSigma.Sdk;

internal static class Guard
{
    private const int LongestMetaKey = 32;

    /// <summary>Refuses the uuid of all zeros, which an unset variable has.</summary>
    public static void NotEmpty(Guid uuid, [CallerArgumentExpression(nameof(uuid))] string? name = null)
    {
        if (uuid == Guid.Empty) throw new ArgumentException("The uuid is empty (all zeros). Pass the uuid of an existing object.", name);
    }

    /// <summary>Refuses an object without uuid, for there is no address to send it to.</summary>
    public static void HasUuid(Guid uuid, string name)
    {
        if (uuid == Guid.Empty)
            throw new ArgumentException("The object has no uuid. Read it from the API first; a list with chosen fields has to include 'uuid'.", name);
    }

    /// <summary>Checks what all objects have that were read and go back: their uuid, name and meta.</summary>
    public static void SentBack(Guid uuid, string? label, IReadOnlyDictionary<string, string>? meta, string name)
    {
        HasUuid(uuid, name);
        Label(label, name);
        Meta(meta, name, allowsNull: true);
    }

    /// <summary>Checks each of several definitions; the text is the name of the parameter.</summary>
    public static void Each<T>(IReadOnlyList<T> definitions, Action<T, string> check, [CallerArgumentExpression(nameof(definitions))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(definitions, name);
        foreach (var definition in definitions) check(definition, name);
    }

    /// <summary>The parameter <c>avoid</c> as a query, with a question mark or ampersand; empty when nothing is to be avoided (guide 14).</summary>
    public static string AvoidQuery(IReadOnlyList<Guid>? avoid, char separator, string name)
    {
        if (avoid is null || avoid.Count == 0) return "";
        foreach (var uuid in avoid) NotEmpty(uuid, name);
        return string.Create(CultureInfo.InvariantCulture, $"{separator}avoid={string.Join(',', avoid.Select(static u => u.ToString("D")))}");
    }

    /// <summary>Checks the keys and values of a meta before they are sent (guide 17).</summary>
    /// <param name="meta">The meta; null when there is none.</param>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="allowsNull">Whether values may be null, as in an object that was read and goes back.</param>
    public static void Meta(IReadOnlyDictionary<string, string>? meta, string name, bool allowsNull = false)
    {
        if (meta is null) return;
        foreach (var (key, value) in meta)
        {
            Text(key, "meta key", name);
            if (key.EnumerateRunes().Count() > LongestMetaKey)
                throw new ArgumentException($"The meta key '{key}' has more than {LongestMetaKey} characters, which is the most that the API takes (guide 17). Shorten it.", name);
            if (value is null && !allowsNull) throw new ArgumentException($"The value of the meta key '{key}' is null. Remove the key, or use an empty text.", name);
            // Values may hold passwords, as user data does.
            Secret(value, $"value of the meta key '{key}'", name);
        }
    }

    /// <summary>Checks the name of an object.</summary>
    public static void Label(string? label, string name) => Text(label, "Name", name);

    /// <summary>Refuses a text that would arrive as another one: the API ends it at a NUL (guide 7), and half a surrogate pair is no character.</summary>
    public static void Text(string? text, string what, string name)
    {
        if (Fault(text) is { } fault) throw new ArgumentException($"The {what} '{Shown(text!)}' has {fault}", name);
    }

    /// <summary>Refuses what <see cref="Text"/> refuses, without showing the text.</summary>
    public static void Secret(string? text, string what, string name)
    {
        if (Fault(text) is { } fault) throw new ArgumentException($"The {what} has {fault}", name);
    }

    private static string? Fault(string? text)
    {
        for (var i = 0; i < text?.Length; i++)
        {
            if (text[i] == '\0') return "a NUL character, which ends a text in the API (guide 7). Remove it.";
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else return "half a surrogate pair, which is no character and cannot be sent. Remove it, or use both halves.";
        }

        return null;
    }

    /// <summary>A text that can be printed: what is no character is shown as the sign for it.</summary>
    private static string Shown(string text) => string.Concat(text.EnumerateRunes().Select(static r => r.Value == 0 ? "\uFFFD" : r.ToString()));
}
