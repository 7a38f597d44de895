// Hashing into lower-case hex, without allocations.
using System.Security.Cryptography;

namespace CloudSigma.Sdk.Core.Authentication;

internal static class DigestHash
{
    /// <summary>Length of the longest hash as hex.</summary>
    public const int MaxHexLength = 64;

    public static bool TryParse(string name, out DigestAlgorithm algorithm)
    {
        (algorithm, var known) = name.ToUpperInvariant() switch
        {
            "MD5" => (DigestAlgorithm.Md5, true),
            "MD5-SESS" => (DigestAlgorithm.Md5Session, true),
            "SHA-256" => (DigestAlgorithm.Sha256, true),
            "SHA-256-SESS" => (DigestAlgorithm.Sha256Session, true),
            _ => (default, false),
        };
        return known;
    }

    public static bool IsSession(this DigestAlgorithm algorithm) => algorithm is DigestAlgorithm.Md5Session or DigestAlgorithm.Sha256Session;

    public static int HexLength(this DigestAlgorithm algorithm) => algorithm is DigestAlgorithm.Md5 or DigestAlgorithm.Md5Session ? 32 : 64;

    /// <summary>Hashes bytes into lower-case hex; returns how many characters that are.</summary>
    public static int Hash(DigestAlgorithm algorithm, ReadOnlySpan<byte> data, Span<byte> hex)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var length = algorithm.HexLength() / 2;
#pragma warning disable CA5351 // The server chose MD5. A stronger algorithm is preferred whenever it offers one.
        _ = length == MD5.HashSizeInBytes ? MD5.HashData(data, hash) : SHA256.HashData(data, hash);
#pragma warning restore CA5351
        WriteHex(hash[..length], hex);
        return length * 2;
    }

    public static void WriteHex(ReadOnlySpan<byte> bytes, Span<byte> hex)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            hex[i * 2] = "0123456789abcdef"u8[bytes[i] >> 4];
            hex[(i * 2) + 1] = "0123456789abcdef"u8[bytes[i] & 15];
        }
    }
}
