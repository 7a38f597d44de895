// Public keys in the one-line form of OpenSSH: the name of the algorithm, the key in Base64, and perhaps a comment.
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CloudSigma.Emulator.Resources.Keypairs;

internal static class OpenSshKey
{
    private const int MostRsaBytes = 4096 / 8;
    private const int Ed25519Bytes = 32;

    /// <summary>The key itself, as its owner and OpenSSH hash it.</summary>
    /// <returns>Null when the line is not a public key.</returns>
    public static byte[]? Blob(string line)
    {
        var parts = line.Trim().Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || line.Trim().AsSpan().IndexOfAny('\r', '\n') >= 0) return null;
        var blob = new byte[parts[1].Length];
        if (!Convert.TryFromBase64String(parts[1], blob, out var length)) return null;
        Array.Resize(ref blob, length);
        return Fits(parts[0], blob) ? blob : null;
    }

    /// <summary>The MD5 of a key as 16 hexadecimal bytes with colons between them.</summary>
    public static string Fingerprint(byte[] blob)
    {
#pragma warning disable CA5351 // The API shows MD5.
        var hash = MD5.HashData(blob);
#pragma warning restore CA5351
        return string.Join(':', hash.Select(static part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>The line of an RSA key.</summary>
    public static string Line(RSAParameters key)
    {
        using var blob = new MemoryStream();
        Write(blob, Encoding.ASCII.GetBytes("ssh-rsa"));
        Write(blob, Positive(key.Exponent!));
        Write(blob, Positive(key.Modulus!));
        return "ssh-rsa " + Convert.ToBase64String(blob.GetBuffer(), 0, (int)blob.Length);
    }

    // The parts of the key say what it is once more, and how long each of them is.
    private static bool Fits(string algorithm, ReadOnlySpan<byte> blob)
    {
        var parts = new List<int>();
        var rest = blob;
        while (rest.Length >= sizeof(int))
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            if (length < 0 || length > rest.Length - sizeof(int)) return false;
            if (parts.Count == 0 && !rest.Slice(sizeof(int), length).SequenceEqual(Encoding.ASCII.GetBytes(algorithm))) return false;
            parts.Add(length);
            rest = rest[(sizeof(int) + length)..];
        }

        return rest.IsEmpty && algorithm switch
        {
            "ssh-rsa" => parts is [_, > 0, > 0 and <= MostRsaBytes + 1],
            "ssh-ed25519" => parts is [_, Ed25519Bytes],
            "ssh-dss" => parts.Count == 5,
            "ecdsa-sha2-nistp256" or "ecdsa-sha2-nistp384" or "ecdsa-sha2-nistp521" => parts.Count == 3,
            _ => false,
        };
    }

    // A number whose first bit is set would be negative without a zero before it.
    private static byte[] Positive(byte[] number) => (number[0] & 0x80) == 0 ? number : [0, .. number];

    private static void Write(MemoryStream blob, byte[] part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        blob.Write(length);
        blob.Write(part);
    }
}
