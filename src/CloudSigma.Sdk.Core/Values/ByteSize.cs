// Sizes in bytes that cannot be mistaken for a number of gigabytes.
using System.Globalization;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A size in bytes.</summary>
/// <param name="Bytes">Number of bytes.</param>
[JsonConverter(typeof(ByteSizeConverter))]
public readonly record struct ByteSize(long Bytes) : IComparable<ByteSize>
{
    private static readonly (string Unit, long Factor)[] Units =
        [("TiB", 1L << 40), ("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10), ("B", 1)];

    /// <value>No bytes.</value>
    public static ByteSize Zero => default;

    /// <summary>Makes a size from kibibytes (1,024 bytes).</summary>
    /// <param name="value">Number of kibibytes.</param>
    /// <returns>The size.</returns>
    /// <exception cref="OverflowException">The size does not fit into 64 bits.</exception>
    public static ByteSize KiB(long value) => new(checked(value * (1L << 10)));

    /// <summary>Makes a size from mebibytes (1,024 KiB).</summary>
    /// <param name="value">Number of mebibytes.</param>
    /// <returns>The size.</returns>
    /// <exception cref="OverflowException">The size does not fit into 64 bits.</exception>
    public static ByteSize MiB(long value) => new(checked(value * (1L << 20)));

    /// <summary>Makes a size from gibibytes (1,024 MiB).</summary>
    /// <param name="value">Number of gibibytes.</param>
    /// <returns>The size.</returns>
    /// <exception cref="OverflowException">The size does not fit into 64 bits.</exception>
    public static ByteSize GiB(long value) => new(checked(value * (1L << 30)));

    /// <summary>Makes a size from tebibytes (1,024 GiB).</summary>
    /// <param name="value">Number of tebibytes.</param>
    /// <returns>The size.</returns>
    /// <exception cref="OverflowException">The size does not fit into 64 bits.</exception>
    public static ByteSize TiB(long value) => new(checked(value * (1L << 40)));

    /// <value>The size in gibibytes, with a fraction.</value>
    public double Gibibytes => Bytes / (double)(1L << 30);

    /// <summary>Reads a text such as <c>10 GiB</c>, <c>512MiB</c> or <c>1073741824</c>.</summary>
    /// <param name="text">A whole or decimal number, and optionally a unit: B, KiB, MiB, GiB, TiB.</param>
    /// <returns>The size.</returns>
    /// <exception cref="FormatException">The text is not a size; the message says what would be.</exception>
    public static ByteSize Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.AsSpan().Trim();
        foreach (var (unit, factor) in Units)
        {
            if (!trimmed.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) continue;
            return FromNumber(trimmed[..^unit.Length].TrimEnd(), factor, text);
        }

        return FromNumber(trimmed, 1, text);
    }

    /// <inheritdoc/>
    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

    /// <summary>The size with the largest unit that leaves at most two decimals, e.g. <c>10 GiB</c> or <c>1.5 KiB</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        foreach (var (unit, factor) in Units)
        {
            if (Math.Abs((decimal)Bytes) < factor) continue;
            return string.Create(CultureInfo.InvariantCulture, $"{(decimal)Bytes / factor:0.##} {unit}");
        }

        return "0 B";
    }

    /// <summary>Adds two sizes.</summary>
    /// <param name="left">One size.</param>
    /// <param name="right">The other size.</param>
    /// <returns>The sum.</returns>
    public static ByteSize operator +(ByteSize left, ByteSize right) => new(checked(left.Bytes + right.Bytes));

    /// <summary>Subtracts a size from another.</summary>
    /// <param name="left">The size to take from.</param>
    /// <param name="right">The size to take.</param>
    /// <returns>The difference.</returns>
    public static ByteSize operator -(ByteSize left, ByteSize right) => new(checked(left.Bytes - right.Bytes));

    /// <summary>Multiplies a size.</summary>
    /// <param name="left">The size.</param>
    /// <param name="right">How many times.</param>
    /// <returns>The product.</returns>
    public static ByteSize operator *(ByteSize left, long right) => new(checked(left.Bytes * right));

    /// <summary>Whether one size is smaller than the other.</summary>
    /// <param name="left">One size.</param>
    /// <param name="right">The other size.</param>
    /// <returns>True when it is.</returns>
    public static bool operator <(ByteSize left, ByteSize right) => left.Bytes < right.Bytes;

    /// <summary>Whether one size is larger than the other.</summary>
    /// <param name="left">One size.</param>
    /// <param name="right">The other size.</param>
    /// <returns>True when it is.</returns>
    public static bool operator >(ByteSize left, ByteSize right) => left.Bytes > right.Bytes;

    /// <summary>Whether one size is at most the other.</summary>
    /// <param name="left">One size.</param>
    /// <param name="right">The other size.</param>
    /// <returns>True when it is.</returns>
    public static bool operator <=(ByteSize left, ByteSize right) => left.Bytes <= right.Bytes;

    /// <summary>Whether one size is at least the other.</summary>
    /// <param name="left">One size.</param>
    /// <param name="right">The other size.</param>
    /// <returns>True when it is.</returns>
    public static bool operator >=(ByteSize left, ByteSize right) => left.Bytes >= right.Bytes;

    private static ByteSize FromNumber(ReadOnlySpan<char> number, long factor, string text)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(number, Style, CultureInfo.InvariantCulture, out var value)
            && value <= (decimal)long.MaxValue / factor
            && decimal.Truncate(value * factor) == value * factor)
        {
            return new ByteSize((long)(value * factor));
        }

        throw new FormatException($"'{text}' is not a size in whole bytes. Write a number and a unit, such as '10 GiB', '512 MiB' or '1073741824'.");
    }
}
