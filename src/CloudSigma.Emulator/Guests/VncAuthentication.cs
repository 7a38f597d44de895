// VNC authentication of RFC 6143: the password encrypts a challenge with DES.
using System.Security.Cryptography;
using System.Text;

namespace CloudSigma.Emulator.Guests;

internal static class VncAuthentication
{
    public const int ChallengeLength = 16;
    private const int KeyLength = 8;

    public static byte[] NewChallenge() => RandomNumberGenerator.GetBytes(ChallengeLength);

    /// <summary>True when the response was made of the challenge and the password. Only the first eight bytes of a password count.</summary>
    public static bool IsRight(string password, byte[] challenge, byte[] response)
    {
        var key = Key(password);
#pragma warning disable CA5351 // The protocol asks for DES.
        // Such a key cannot be used; it takes bytes that no keyboard has.
        if (DES.IsWeakKey(key) || DES.IsSemiWeakKey(key)) return false;
        using var des = DES.Create();
#pragma warning restore CA5351
        des.Key = key;
        return CryptographicOperations.FixedTimeEquals(des.EncryptEcb(challenge, PaddingMode.None), response);
    }

    // VNC numbers the bits of a key the other way round.
    private static byte[] Key(string password)
    {
        var key = new byte[KeyLength];
        var bytes = Encoding.UTF8.GetBytes(password);
        for (var i = 0; i < Math.Min(KeyLength, bytes.Length); i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                if ((bytes[i] & (1 << bit)) != 0) key[i] |= (byte)(128 >> bit);
            }
        }

        return key;
    }
}
