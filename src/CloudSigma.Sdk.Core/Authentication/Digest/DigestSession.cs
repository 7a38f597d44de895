// The proof for one nonce: what stays the same from request to request is worked out once (RFC 7616, 3.4).
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CloudSigma.Sdk.Core.Authentication;

/// <summary>Signs requests under one nonce, each with a number of its own. It is safe for concurrent use.</summary>
internal sealed class DigestSession
{
    private readonly DigestChallenge _challenge;
    private readonly string _clientNonce;
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[] _secretHash;
    private readonly string _usernamePart;
    private readonly string _begin;
    private readonly string _end;
    private uint _count;
    private volatile bool _isAccepted;

    public DigestSession(DigestChallenge challenge, string username, string password, string clientNonce)
        : this(challenge, UsernamePart(challenge, username), SecretHash(challenge, username, password, clientNonce), clientNonce)
    {
    }

    private DigestSession(DigestChallenge challenge, string usernamePart, byte[] secretHash, string clientNonce)
    {
        (_challenge, _usernamePart, _secretHash, _clientNonce) = (challenge, usernamePart, secretHash, clientNonce);
        _begin = $"Digest {usernamePart}, realm={Quote(challenge.Realm)}, nonce={Quote(challenge.Nonce)}, uri=\"";
        // Order and quotes are those of the documented request (guide 3.2). The algorithm is quoted if the server quoted it.
        _end = (challenge.Opaque is { } opaque ? $"\", opaque={Quote(opaque)}" : "\"")
            + (challenge.AlgorithmText is { } algorithm ? $", algorithm={algorithm}" : "")
            + (challenge.IsUserHash ? ", userhash=true" : "");
    }

    public string Nonce => _challenge.Nonce;

    /// <value>The server has taken a proof of this nonce, so the password is right.</value>
    public bool IsAccepted
    {
        get => _isAccepted;
        set => _isAccepted = value;
    }

    /// <summary>Whether a nonce given in advance can be used.</summary>
    /// <remarks>
    /// The key of a session algorithm has the first nonce in it. Whether the next one changes the key is understood in both ways by servers, and a nonce that is not taken up only
    /// costs a challenge with <c>stale=true</c> later (RFC 7616, 3.5).
    /// </remarks>
    public bool CanContinue => !_challenge.Algorithm.IsSession();

    /// <summary>The same for a nonce that the server gave in advance.</summary>
    public DigestSession Next(string nonce) => new(_challenge with { Nonce = nonce }, _usernamePart, _secretHash, _clientNonce) { IsAccepted = true };

    /// <summary>The value of <c>Authorization</c> for a request, and its number under the nonce.</summary>
    public string Sign(string method, string pathAndQuery, out uint count)
    {
        count = Interlocked.Increment(ref _count);
        Span<byte> response = stackalloc byte[DigestHash.MaxHexLength];
        var proof = response[..Compute(method, pathAndQuery, count, response)];
        Span<char> text = stackalloc char[DigestHash.MaxHexLength];
        var shown = text[..Encoding.ASCII.GetChars(proof, text)];
        return _challenge.HasQop
            ? string.Create(CultureInfo.InvariantCulture, $"{_begin}{pathAndQuery}\", cnonce=\"{_clientNonce}\", nc={count:x8}, qop=auth, response=\"{shown}{_end}")
            : string.Create(CultureInfo.InvariantCulture, $"{_begin}{pathAndQuery}\"{(_challenge.Algorithm.IsSession() ? $", cnonce=\"{_clientNonce}\"" : "")}, response=\"{shown}{_end}");
    }

    /// <summary>The proof of the server that it knows the password too: as that of a request, but without method (RFC 7616, 3.5).</summary>
    public bool IsServerProof(string proof, string pathAndQuery, uint count)
    {
        Span<byte> expected = stackalloc byte[DigestHash.MaxHexLength];
        var length = Compute("", pathAndQuery, count, expected);
        Span<byte> given = stackalloc byte[DigestHash.MaxHexLength];
        if (proof.Length != length || !Encoding.ASCII.TryGetBytes(proof, given, out var written) || written != length) return false;
        for (var i = 0; i < length; i++)
        {
            if (given[i] is >= (byte)'A' and <= (byte)'F') given[i] |= 0x20;
        }

        return CryptographicOperations.FixedTimeEquals(expected[..length], given[..length]);
    }

    /// <value>Whether the server's own proof can be checked: the old form has none.</value>
    public bool HasServerProof => _challenge.HasQop;

    private int Compute(string method, string pathAndQuery, uint count, Span<byte> hex)
    {
        Span<byte> resource = stackalloc byte[DigestHash.MaxHexLength];
        using var second = new DigestText(stackalloc byte[512]);
        second.Append(method);
        second.Append(":");
        second.Append(pathAndQuery);
        var resourceLength = DigestHash.Hash(_challenge.Algorithm, second.Written, resource);

        using var all = new DigestText(stackalloc byte[512]);
        all.Append(_secretHash);
        all.Append(":");
        all.Append(_challenge.Nonce);
        if (_challenge.HasQop)
        {
            Span<char> number = stackalloc char[8];
            count.TryFormat(number, out _, "x8", CultureInfo.InvariantCulture);
            all.Append(":");
            all.Append(number);
            all.Append(":");
            all.Append(_clientNonce);
            all.Append(":auth");
        }

        all.Append(":");
        all.Append(resource[..resourceLength]);
        return DigestHash.Hash(_challenge.Algorithm, all.Written, hex);
    }

    private static byte[] SecretHash(DigestChallenge challenge, string username, string password, string clientNonce)
    {
        var hex = HashText(challenge.Algorithm, $"{username}:{challenge.Realm}:{password}");
        return challenge.Algorithm.IsSession() ? HashText(challenge.Algorithm, $"{Encoding.ASCII.GetString(hex)}:{challenge.Nonce}:{clientNonce}") : hex;
    }

    private static string UsernamePart(DigestChallenge challenge, string username)
    {
        if (challenge.IsUserHash) return $"username=\"{Encoding.ASCII.GetString(HashText(challenge.Algorithm, $"{username}:{challenge.Realm}"))}\"";
        // Headers carry ASCII only; other names go percent-encoded (RFC 7616, 3.4; RFC 8187).
        return username.All(char.IsAscii) ? $"username={Quote(username)}" : $"username*=UTF-8''{Uri.EscapeDataString(username)}";
    }

    private static byte[] HashText(DigestAlgorithm algorithm, string text)
    {
        var hex = new byte[algorithm.HexLength()];
        DigestHash.Hash(algorithm, Encoding.UTF8.GetBytes(text), hex);
        return hex;
    }

    private static string Quote(string value) => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
