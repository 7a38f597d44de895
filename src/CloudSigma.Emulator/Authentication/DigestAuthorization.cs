// The header "Authorization: Digest ..." read into its parts.
using System.Text;

namespace CloudSigma.Emulator.Authentication;

internal sealed record DigestAuthorization
{
    public const string Scheme = "Digest ";
    private static readonly string[] Needed = ["realm", "nonce", "uri", "response"];
    private static readonly string[] NeededWithQop = ["nc", "cnonce"];

    /// <summary>The name, or its hash when <see cref="UserHash"/> says so.</summary>
    public required string User { get; init; }

    public bool UserHash { get; init; }

    public required string Realm { get; init; }

    public required string Nonce { get; init; }

    public required string Uri { get; init; }

    public required string Response { get; init; }

    public string? Algorithm { get; init; }

    public string? Opaque { get; init; }

    public string? Qop { get; init; }

    public string Count { get; init; } = "";

    public string ClientNonce { get; init; } = "";

    /// <summary>Reads the header, or says what is wrong with it.</summary>
    public static DigestAuthorization? Read(string header, out string? problem)
    {
        if (Parameters(header[Scheme.Length..]) is not { } values)
        {
            problem = "The header is not a list of name=value, or names something twice.";
            return null;
        }

        var extended = values.GetValueOrDefault("username*");
        var user = extended is null ? values.GetValueOrDefault("username") : Extended(extended);
        var missing = Needed.FirstOrDefault(name => !values.ContainsKey(name));
        if (user is null || values.ContainsKey("username") == (extended is not null)) missing = "username";
        if (missing is null && values.ContainsKey("qop")) missing = NeededWithQop.FirstOrDefault(name => !values.ContainsKey(name));
        problem = missing is null ? null : $"The parameter {missing} is missing or wrong.";
        return missing is not null ? null : new DigestAuthorization
        {
            User = user!,
            UserHash = extended is null && string.Equals(values.GetValueOrDefault("userhash"), "true", StringComparison.OrdinalIgnoreCase),
            Realm = values["realm"],
            Nonce = values["nonce"],
            Uri = values["uri"],
            Response = values["response"],
            Algorithm = values.GetValueOrDefault("algorithm"),
            Opaque = values.GetValueOrDefault("opaque"),
            Qop = values.GetValueOrDefault("qop"),
            Count = values.GetValueOrDefault("nc", ""),
            ClientNonce = values.GetValueOrDefault("cnonce", ""),
        };
    }

    // RFC 5987: UTF-8''J%C3%A4s%C3%B8n
    private static string? Extended(string value)
    {
        const string Charset = "UTF-8'";
        var quote = value.StartsWith(Charset, StringComparison.OrdinalIgnoreCase) ? value.IndexOf('\'', Charset.Length) : -1;
        return quote < 0 ? null : System.Uri.UnescapeDataString(value[(quote + 1)..]);
    }

    private static Dictionary<string, string>? Parameters(string text)
    {
        var result = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        while (true)
        {
            while (at < text.Length && text[at] is ' ' or '\t' or ',') at++;
            if (at >= text.Length) return result;
            var equals = text.IndexOf('=', at);
            if (equals < 0) return null;
            var name = text[at..equals].Trim();
            at = equals + 1;
            while (at < text.Length && text[at] is ' ' or '\t') at++;
            if (Value(text, ref at) is not { } value || name.Length == 0 || !result.TryAdd(name, value)) return null;
        }
    }

    private static string? Value(string text, ref int at)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var comma = text.IndexOf(',', at);
            var end = comma < 0 ? text.Length : comma;
            var token = text[at..end].Trim();
            at = end;
            return token;
        }

        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at++;
                return value.ToString();
            }

            if (text[at] == '\\' && at + 1 < text.Length) at++;
            value.Append(text[at]);
        }

        return null;
    }
}
