// The sums of Digest authentication, RFC 7616 section 3.4.
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CloudSigma.Emulator.Authentication;

internal static class DigestHash
{
    private static readonly (EmulatorDigestAlgorithm Algorithm, string Name)[] Names =
    [
        (EmulatorDigestAlgorithm.Md5, "MD5"),
        (EmulatorDigestAlgorithm.Md5Session, "MD5-sess"),
        (EmulatorDigestAlgorithm.Sha256, "SHA-256"),
        (EmulatorDigestAlgorithm.Sha256Session, "SHA-256-sess"),
    ];

    public static string Name(EmulatorDigestAlgorithm algorithm) => Names.First(entry => entry.Algorithm == algorithm).Name;

    /// <summary>The algorithm of this name; no name means MD5.</summary>
    public static EmulatorDigestAlgorithm? Find(string? name)
    {
        foreach (var entry in Names)
        {
            if (entry.Name.Equals(name ?? "MD5", StringComparison.OrdinalIgnoreCase)) return entry.Algorithm;
        }

        return null;
    }

    /// <summary>The hash that stands for the account: HA1.</summary>
    public static string Account(EmulatorDigestAlgorithm algorithm, string user, string realm, string password, string nonce, string clientNonce)
    {
        var hash = Hash(algorithm, $"{user}:{realm}:{password}");
        return algorithm is EmulatorDigestAlgorithm.Md5Session or EmulatorDigestAlgorithm.Sha256Session
            ? Hash(algorithm, $"{hash}:{nonce}:{clientNonce}")
            : hash;
    }

    /// <summary>The response of the client, and with an empty method that of the server.</summary>
    public static string Response(EmulatorDigestAlgorithm algorithm, string account, DigestAuthorization given, string method)
    {
        var request = Hash(algorithm, $"{method}:{given.Uri}");
        return given.Qop is null
            ? Hash(algorithm, $"{account}:{given.Nonce}:{request}")
            : Hash(algorithm, $"{account}:{given.Nonce}:{given.Count}:{given.ClientNonce}:{given.Qop}:{request}");
    }

    [SuppressMessage("Security", "CA5351", Justification = "The API documents MD5.")]
    public static string Hash(EmulatorDigestAlgorithm algorithm, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Convert.ToHexStringLower(algorithm is EmulatorDigestAlgorithm.Md5 or EmulatorDigestAlgorithm.Md5Session
            ? MD5.HashData(bytes)
            : SHA256.HashData(bytes));
    }
}
