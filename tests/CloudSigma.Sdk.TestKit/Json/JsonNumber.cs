// JSON numbers by value, whatever their length: 1073741824.0 equals 1073741824, and no digit is lost to a floating point type.
using System.Globalization;
using System.Numerics;

namespace CloudSigma.Sdk.TestKit.Json;

public static class JsonNumber
{
    public static bool AreEqual(string left, string right) => Split(left) == Split(right);

    /// <summary>Digits without zeros at their end, and the power of ten that they are multiplied with.</summary>
    private static (BigInteger Digits, BigInteger Exponent) Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('e', 'E');
        var exponent = parts.Length == 2 ? BigInteger.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : BigInteger.Zero;
        var sides = parts[0].Split('.');
        var digits = BigInteger.Parse(string.Concat(sides), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (sides.Length == 2) exponent -= sides[1].Length;
        if (digits.IsZero) return (BigInteger.Zero, BigInteger.Zero);
        while ((digits % 10).IsZero)
        {
            digits /= 10;
            exponent++;
        }

        return (digits, exponent);
    }
}
