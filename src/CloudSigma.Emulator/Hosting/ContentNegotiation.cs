// Decides whether the answer may be JSON and whether it may be compressed. The emulator has no XML form and says so.
using CloudSigma.Emulator.Engine;
using Microsoft.Net.Http.Headers;

namespace CloudSigma.Emulator.Hosting;

internal static class ContentNegotiation
{
    private const string NoXml = "The emulator answers in JSON only, application/json";

    /// <summary>Refuses with 406 what cannot be answered with JSON. On GET, <c>format</c> beats the header.</summary>
    public static void CheckAccept(string method, QueryText query, IList<string> accept)
    {
        if (method == "GET" && query.Last("format") is { } format)
        {
            if (format != "json") throw ApiException.NotAcceptable(NoXml);
            return;
        }

        if (accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(accept, out var types) || types.Count == 0) return;
        if (types.Any(static type => Is(type, "application/json"))) return;
        if (types.Any(static type => Is(type, "application/xml")) || !types.Any(static type => type.MatchesAllTypes || Is(type, "application/*")))
            throw ApiException.NotAcceptable(NoXml);
    }

    public static bool AcceptsGzip(IList<string> acceptEncoding) =>
        acceptEncoding.Count > 0
        && StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var codings)
        && codings.Any(static coding => coding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && coding.Quality is not 0);

    private static bool Is(MediaTypeHeaderValue type, string name) =>
        type.Quality is not 0 && type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);
}
