// Writes values into a filter parameter so that the server reads back exactly these values (guide 8.4).
using System.Text;

namespace CloudSigma.Sdk.Core.Filters;

/// <summary>
/// Commas part the values of a parameter, a backslash escapes a comma. Backslashes count only before a comma: there each has to be doubled.
/// Everything is percent-encoded afterwards.
/// </summary>
internal static class FilterValue
{
    public static string Join(string parameter, IReadOnlyList<string> values)
    {
        var text = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            var value = values[i] ?? throw new ArgumentException($"A value of the filter '{parameter}' is null.", nameof(values));
            if (value.Contains('\0', StringComparison.Ordinal))
                throw new ArgumentException($"A value of the filter '{parameter}' has a NUL character, which ends a text in the API (guide 7). Remove it.", nameof(values));
            if (i > 0) text.Append(',');
            Append(text, value, isLast: i == values.Count - 1);
        }

        return Uri.EscapeDataString(text.ToString());
    }

    private static void Append(StringBuilder text, string value, bool isLast)
    {
        var backslashes = 0;
        foreach (var c in value)
        {
            if (c == '\\')
            {
                backslashes++;
                continue;
            }

            // Before a comma of the value: each backslash doubled, and one more for the comma itself.
            text.Append('\\', c == ',' ? (2 * backslashes) + 1 : backslashes).Append(c);
            backslashes = 0;
        }

        // At the end the separator follows, unless this is the last value.
        text.Append('\\', isLast ? backslashes : 2 * backslashes);
    }
}
