// The part of a drive that a request wants, by the header Range.
using System.Globalization;

namespace CloudSigma.Emulator.Hosting.Transfers;

/// <param name="Offset">The first byte.</param>
/// <param name="Count">How many bytes; 0 when there is nothing in the range.</param>
internal readonly record struct ByteRange(long Offset, long Count)
{
    private const string Unit = "bytes=";

    /// <summary>Reads a header.</summary>
    /// <returns>Null when it asks for the whole: when it is absent, broken, or has several ranges.</returns>
    public static ByteRange? Parse(string header, long size)
    {
        if (!header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase)) return null;
        var text = header.AsSpan(Unit.Length).Trim(' ');
        var dash = text.IndexOf('-');
        if (dash < 0 || text.Contains(',')) return null;
        var from = text[..dash].Trim(' ');
        var to = text[(dash + 1)..].Trim(' ');
        if (from.IsEmpty) return Number(to, out var suffix) ? new ByteRange(Math.Max(0, size - suffix), Math.Min(suffix, size)) : null;
        if (!Number(from, out var first)) return null;
        var last = size - 1;
        if (!to.IsEmpty)
        {
            if (!Number(to, out var end) || end < first) return null;
            last = Math.Min(last, end);
        }

        return new ByteRange(first, Math.Max(0, last - first + 1));
    }

    private static bool Number(ReadOnlySpan<char> text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
