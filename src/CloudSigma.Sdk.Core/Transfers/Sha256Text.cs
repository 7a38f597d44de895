// The usual way to write a checksum.
using System.Security.Cryptography;

namespace CloudSigma.Sdk.Core.Transfers;

internal static class Sha256Text
{
    /// <summary>64 lower-case hexadecimal digits.</summary>
    public static string From(IncrementalHash hash) => string.Create(64, hash.GetHashAndReset(), static (text, bytes) =>
    {
        for (var i = 0; i < bytes.Length; i++) bytes[i].TryFormat(text[(2 * i)..], out _, "x2", System.Globalization.CultureInfo.InvariantCulture);
    });
}
