// A Digest client of the tests: it computes responses by itself, from RFC 7616 and not with code of the emulator.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CloudSigma.Emulator.Tests.Support;

public sealed record DigestCaller(string User, string Password, string Nonce, string Opaque)
{
    public string Realm { get; init; } = "users";

    public string Algorithm { get; init; } = "MD5";

    public string? Qop { get; init; } = "auth";

    public string ClientNonce { get; init; } = "MDI4Nzcx";

    public bool UserHash { get; init; }

    public bool ExtendedName { get; init; }

    /// <summary>Takes the values of the first Digest challenge of a 401.</summary>
    public static DigestCaller From(Answer refusal, EmulatorAccount account, int index = 0)
    {
        var challenge = Challenges(refusal)[index];
        return new DigestCaller(account.Email, account.Password, Value(challenge, "nonce")!, Value(challenge, "opaque")!)
        {
            Realm = Value(challenge, "realm")!,
            Algorithm = Value(challenge, "algorithm")!,
            Qop = Value(challenge, "qop"),
        };
    }

    public static string[] Challenges(Answer refusal) =>
        [.. refusal.Message.Headers.WwwAuthenticate.Where(static value => value.Scheme == "Digest").Select(static value => value.Parameter!)];

    public static string? Value(string header, string name)
    {
        var match = Regex.Match(header, $"(?<![a-z]){Regex.Escape(name)}=(\"(?<value>[^\"]*)\"|(?<value>[^,]*))");
        return match.Success ? match.Groups["value"].Value : null;
    }

    public string Header(string method, string uri, uint count = 1, string? response = null)
    {
        var name = UserHash ? $"username=\"{Hash($"{User}:{Realm}")}\", userhash=true"
            : ExtendedName ? $"username*=UTF-8''{Uri.EscapeDataString(User)}"
            : $"username=\"{User}\"";
        var nc = count.ToString("x8", CultureInfo.InvariantCulture);
        var qop = Qop is null ? "" : $", cnonce=\"{ClientNonce}\", nc={nc}, qop={Qop}";
        return $"Digest {name}, realm=\"{Realm}\", nonce=\"{Nonce}\", uri=\"{uri}\"{qop}, response=\"{response ?? Response(method, uri, nc)}\", "
            + $"opaque=\"{Opaque}\", algorithm=\"{Algorithm}\"";
    }

    public string Response(string method, string uri, string nc)
    {
        var account = Hash($"{User}:{Realm}:{Password}");
        if (Algorithm.EndsWith("-sess", StringComparison.Ordinal)) account = Hash($"{account}:{Nonce}:{ClientNonce}");
        var request = Hash($"{method}:{uri}");
        return Hash(Qop is null ? $"{account}:{Nonce}:{request}" : $"{account}:{Nonce}:{nc}:{ClientNonce}:{Qop}:{request}");
    }

    private string Hash(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#pragma warning disable CA5351 // The API documents MD5.
        return Convert.ToHexStringLower(Algorithm.StartsWith("SHA-256", StringComparison.Ordinal) ? SHA256.HashData(bytes) : MD5.HashData(bytes));
#pragma warning restore CA5351
    }
}
