// Reads requests and answers that are written down as raw HTTP text, also where the writer was careless.
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CloudSigma.Sdk.TestKit.Json;

namespace CloudSigma.Sdk.TestKit.Http;

/// <summary>One request or answer as raw HTTP text: start line, headers, blank line, body.</summary>
/// <remarks>
/// Accepted: LF and CRLF, no blank line before a JSON body, blanks inside the target, no HTTP version, a body alone. A body that is not
/// valid JSON is kept as text and says why in <see cref="JsonProblem"/>.
/// </remarks>
public sealed partial class HttpExample
{
    private HttpExample(string name) => Name = name;

    /// <summary>Where the text comes from, for messages.</summary>
    public string Name { get; }

    public HttpExampleKind Kind { get; private init; }

    /// <summary>The method of a request; empty otherwise.</summary>
    public string Method { get; private init; } = "";

    /// <summary>Path and query of a request; empty otherwise.</summary>
    public string Target { get; private init; } = "";

    /// <summary>The status of an answer; 0 otherwise.</summary>
    public int StatusCode { get; private init; }

    /// <summary>The text behind the status.</summary>
    public string Reason { get; private init; } = "";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; private init; } = [];

    /// <summary>The body without blank lines around it; empty when there is none.</summary>
    public string Body { get; private init; } = "";

    /// <summary>Path of the target, without the query.</summary>
    public string Path => Target.Split('?', 2)[0];

    /// <summary>The query of the target, decoded, in the order of the text.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query => ParseQuery(Target);

    /// <summary>Why the body is not valid JSON; null when it is, or when there is none.</summary>
    public string? JsonProblem
    {
        get
        {
            if (Body.Length == 0) return null;
            try
            {
                using var document = JsonDocument.Parse(Body);
                return null;
            }
            catch (JsonException e)
            {
                return $"not valid JSON: {e.Message}";
            }
        }
    }

    /// <summary>The body as JSON.</summary>
    /// <exception cref="InvalidDataException">The body is not valid JSON.</exception>
    public JsonElement Json => JsonProblem is { } problem
        ? throw new InvalidDataException($"{Name} is {problem}")
        : Body.Length == 0 ? throw new InvalidDataException($"{Name} has no body.") : JsonText.Parse(Body);

    /// <summary>The body as JSON after <see cref="JsonText.Mend"/>, for the few examples whose text is damaged.</summary>
    public JsonElement MendedJson => JsonText.Parse(JsonText.Mend(Body));

    /// <summary>The value of a header, without regard to case; null when it is not there.</summary>
    public string? Header(string name)
    {
        foreach (var (key, value) in Headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }

    public static HttpExample Load(string path, string? name = null) => Parse(File.ReadAllText(path), name ?? System.IO.Path.GetFileName(path));

    public static HttpExample Parse(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var at = 0;
        while (at < lines.Length && string.IsNullOrWhiteSpace(lines[at])) at++;
        if (at == lines.Length) return new HttpExample(name) { Kind = HttpExampleKind.Other };

        var first = lines[at].Trim();
        if (ResponseLine().Match(first) is { Success: true } response)
        {
            var (headers, body) = ParseRest(lines, at + 1);
            return new HttpExample(name)
            {
                Kind = HttpExampleKind.Response,
                StatusCode = int.Parse(response.Groups["status"].ValueSpan, CultureInfo.InvariantCulture),
                Reason = response.Groups["reason"].Value,
                Headers = headers,
                Body = body,
            };
        }

        if (RequestLine().Match(first) is { Success: true } request)
        {
            var (headers, body) = ParseRest(lines, at + 1);
            return new HttpExample(name)
            {
                Kind = HttpExampleKind.Request,
                Method = request.Groups["method"].Value,
                Target = Blanks().Replace(request.Groups["target"].Value, ""),
                Headers = headers,
                Body = body,
            };
        }

        var whole = string.Join('\n', lines).Trim();
        return new HttpExample(name) { Kind = first[0] is '{' or '[' ? HttpExampleKind.BodyOnly : HttpExampleKind.Other, Body = whole };
    }

    public static IReadOnlyList<KeyValuePair<string, string>> ParseQuery(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0) return [];
        return
        [
            .. target[(mark + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static part =>
            {
                var sides = part.Split('=', 2);
                return KeyValuePair.Create(Uri.UnescapeDataString(sides[0]), sides.Length == 2 ? Uri.UnescapeDataString(sides[1]) : "");
            }),
        ];
    }

    private static (IReadOnlyList<KeyValuePair<string, string>> Headers, string Body) ParseRest(string[] lines, int at)
    {
        var headers = new List<KeyValuePair<string, string>>();
        // A line that is no header begins the body, blank line or not.
        for (; at < lines.Length && HeaderLine().Match(lines[at]) is { Success: true } header; at++)
            headers.Add(KeyValuePair.Create(header.Groups["name"].Value, header.Groups["value"].Value.Trim()));
        return (headers, string.Join('\n', lines[at..]).Trim());
    }

    [GeneratedRegex(@"^HTTP/\d(\.\d)?\s+(?<status>\d{3})(\s+(?<reason>.*))?$")]
    private static partial Regex ResponseLine();

    [GeneratedRegex(@"^(?<method>GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?<target>/.*?)(\s+HTTP/\d(\.\d)?)?$")]
    private static partial Regex RequestLine();

    [GeneratedRegex(@"^(?<name>[A-Za-z][A-Za-z0-9-]*)\s*:(?<value>.*)$")]
    private static partial Regex HeaderLine();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
