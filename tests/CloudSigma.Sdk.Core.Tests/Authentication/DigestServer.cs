// A server that checks Digest by the letter of RFC 7616, written apart from the code under test.
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Core.Tests.Authentication;

/// <summary>Answers through a <see cref="FakeHandler"/>; every number of a nonce is good once.</summary>
internal sealed class DigestServer
{
    private readonly object _gate = new();
    private readonly HashSet<(string Nonce, uint Count)> _used = [];
    private int _nonces;

    public string User { get; set; } = "user";

    public string Password { get; set; } = "secret";

    public string Algorithm { get; set; } = "MD5";

    public string? Qop { get; set; } = "auth";

    public bool UserHash { get; set; }

    /// <value>How many requests a nonce serves.</value>
    public int NonceUses { get; set; } = int.MaxValue;

    /// <value>Whether a nonce that has run out is called stale.</value>
    public bool SaysStale { get; set; } = true;

    public Func<string, string, string>? Info { get; set; }

    public int Challenges { get; private set; }

    public int WrongProofs { get; private set; }

    /// <value>A session algorithm keeps the key of the first nonce.</value>
    private string? _sessionKey;

    private string Nonce => string.Create(CultureInfo.InvariantCulture, $"nonce-{_nonces}");

    public static string Hash(string algorithm, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#pragma warning disable CA5351 // The scheme asks for it.
        return Convert.ToHexString(algorithm.StartsWith("MD5", StringComparison.Ordinal) ? MD5.HashData(bytes) : SHA256.HashData(bytes)).ToLowerInvariant();
#pragma warning restore CA5351
    }

    public FakeHandler ToHandler(Func<FakeRequest, HttpResponseMessage>? answer = null) => new(request => Answer(request, answer));

    public HttpResponseMessage Challenge(bool stale = false)
    {
        Challenges++;
        _sessionKey = null;
        var header = $"Digest realm=\"users\", nonce=\"{Nonce}\", opaque=\"op\", algorithm={Algorithm}"
            + (Qop is null ? "" : $", qop=\"{Qop}\"") + (UserHash ? ", userhash=true" : "") + (stale ? ", stale=true" : "");
        return Refusal(header);
    }

    public static HttpResponseMessage Refusal(params string[] challenges)
    {
        var response = FakeHandler.Json("""[{"error_type":"permission","error_message":"Authentication needed","error_point":null}]""", HttpStatusCode.Unauthorized);
        foreach (var challenge in challenges) response.Headers.TryAddWithoutValidation("WWW-Authenticate", challenge);
        return response;
    }

    private HttpResponseMessage Answer(FakeRequest request, Func<FakeRequest, HttpResponseMessage>? answer)
    {
        lock (_gate)
        {
            if (!request.Headers.TryGetValue("Authorization", out var proof) || !proof.StartsWith("Digest ", StringComparison.Ordinal)) return Challenge();
            var parts = Regex.Matches(proof["Digest ".Length..], "([a-z*]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^, ]+))").ToDictionary(
                m => m.Groups[1].Value, m => m.Groups[2].Success ? Regex.Unescape(m.Groups[2].Value) : m.Groups[3].Value);
            var key = Hash(Algorithm, $"{User}:users:{Password}");
            // A late request of the session before this one cannot be judged with the key of this one.
            if (Algorithm.EndsWith("-sess", StringComparison.Ordinal) && parts["nonce"] != Nonce) return Challenge(SaysStale);
            if (Algorithm.EndsWith("-sess", StringComparison.Ordinal))
                key = _sessionKey ?? Hash(Algorithm, $"{key}:{parts["nonce"]}:{parts["cnonce"]}");
            var middle = Qop is null ? "" : $"{parts["nc"]}:{parts["cnonce"]}:{parts["qop"]}:";
            var expected = Hash(Algorithm, $"{key}:{parts["nonce"]}:{middle}{Hash(Algorithm, $"{request.Method}:{parts["uri"]}")}");
            var name = parts.TryGetValue("username*", out var extended) ? Uri.UnescapeDataString(extended["UTF-8''".Length..]) : parts["username"];
            if (parts["response"] != expected || name != (UserHash ? Hash(Algorithm, $"{User}:users") : User) || parts["uri"] != request.PathAndQuery)
            {
                WrongProofs++;
                return Challenge();
            }

            var count = Qop is null ? (uint)_used.Count : uint.Parse(parts["nc"], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (parts["nonce"] != Nonce || count > NonceUses || !_used.Add((Nonce, count)))
            {
                if (parts["nonce"] == Nonce) _nonces++;
                return Challenge(SaysStale);
            }

            _sessionKey ??= key;
            var response = answer?.Invoke(request) ?? FakeHandler.Json("""{"name":"a"}""");
            if (Info is not null)
            {
                var serverProof = Hash(Algorithm, $"{key}:{parts["nonce"]}:{middle}{Hash(Algorithm, $":{parts["uri"]}")}");
                response.Headers.TryAddWithoutValidation("Authentication-Info", Info(serverProof, parts["nc"]));
            }

            return response;
        }
    }

    /// <summary>Makes another nonce the valid one, as a server does that gives it in advance.</summary>
    public string NextNonce()
    {
        _nonces++;
        return Nonce;
    }
}
