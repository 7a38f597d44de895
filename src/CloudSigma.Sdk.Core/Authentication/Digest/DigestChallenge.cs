// A Digest challenge that this client can answer (RFC 7616, 3.3; RFC 2617, 3.2.1).
using System.Diagnostics.CodeAnalysis;

namespace CloudSigma.Sdk.Core.Authentication;

internal sealed record DigestChallenge
{
    private const int MaxValueLength = 4096;

    public required string Realm { get; init; }

    public required string Nonce { get; init; }

    /// <value>Sent back as it came; null when there was none.</value>
    public string? Opaque { get; init; }

    public DigestAlgorithm Algorithm { get; init; }

    /// <value>The name of the algorithm as the server wrote it, with quotes if it used them; null when it named none.</value>
    public string? AlgorithmText { get; init; }

    /// <value>Whether <c>qop="auth"</c> is offered; without it the proof has the form of RFC 2069.</value>
    public bool HasQop { get; init; }

    /// <value>The nonce was too old, but the password was right.</value>
    public bool IsStale { get; init; }

    /// <value>The server wants the hash of the user name instead of the name.</value>
    public bool IsUserHash { get; init; }

    /// <summary>Reads a challenge. When it cannot be answered, the reason is told in words that are fit for a message.</summary>
    public static bool TryCreate(AuthChallenge challenge, [NotNullWhen(true)] out DigestChallenge? digest, [NotNullWhen(false)] out string? reason)
    {
        digest = null;
        reason = null;
        if (!challenge.TryGet("realm", out var realm)) reason = "it has no realm";
        else if (!challenge.TryGet("nonce", out var nonce) || nonce.Length == 0) reason = "it has no nonce";
        else if (!IsPlain(realm) || !IsPlain(nonce) || (challenge.TryGet("opaque", out var o) && !IsPlain(o))) reason = "it has characters that cannot be sent back";
        else if (!TryReadAlgorithm(challenge, out var algorithm, out var algorithmText)) reason = $"its algorithm '{Shown(challenge, "algorithm")}' is not supported";
        else if (!TryReadQop(challenge, out var hasQop)) reason = $"its quality of protection '{Shown(challenge, "qop")}' is not supported, only 'auth' is";
        else
        {
            digest = new DigestChallenge
            {
                Realm = realm,
                Nonce = nonce,
                Opaque = challenge.TryGet("opaque", out var opaque) ? opaque : null,
                Algorithm = algorithm,
                AlgorithmText = algorithmText,
                HasQop = hasQop,
                IsStale = IsTrue(challenge, "stale"),
                IsUserHash = IsTrue(challenge, "userhash"),
            };
        }

        return reason is null;
    }

    private static bool TryReadAlgorithm(AuthChallenge challenge, out DigestAlgorithm algorithm, out string? text)
    {
        (algorithm, text) = (DigestAlgorithm.Md5, null);
        if (!challenge.TryGet("algorithm", out var name, out var isQuoted)) return true;
        text = isQuoted ? $"\"{name}\"" : name;
        return DigestHash.TryParse(name, out algorithm);
    }

    private static bool TryReadQop(AuthChallenge challenge, out bool hasQop)
    {
        hasQop = challenge.TryGet("qop", out var offered) && !string.IsNullOrWhiteSpace(offered);
        return !hasQop || offered!.Split(',', StringSplitOptions.TrimEntries).Contains("auth", StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsTrue(AuthChallenge challenge, string name) =>
        challenge.TryGet(name, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    public static bool IsPlain(string value) => value.Length <= MaxValueLength && value.All(static c => c is >= ' ' and < '\x7f');

    private static string Shown(AuthChallenge challenge, string name)
    {
        var value = challenge.TryGet(name, out var text) ? text : "";
        return new string([.. value.Take(40).Select(static c => c is >= ' ' and < '\x7f' ? c : '?')]);
    }
}
