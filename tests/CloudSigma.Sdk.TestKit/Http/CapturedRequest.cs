// What a client has sent.
using System.Text.Json;
using CloudSigma.Sdk.TestKit.Json;

namespace CloudSigma.Sdk.TestKit.Http;

/// <summary>A request as it leaves the client.</summary>
public sealed record CapturedRequest(string Method, Uri Uri, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>Path and query as on the wire.</summary>
    public string Target => Uri.PathAndQuery;

    public string Path => Target.Split('?', 2)[0];

    public IReadOnlyList<KeyValuePair<string, string>> Query => HttpExample.ParseQuery(Target);

    public JsonElement Json => JsonText.Parse(Body);

    public static async Task<CapturedRequest> FromAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var headers = request.Headers.NonValidated.Concat(request.Content is null ? [] : request.Content.Headers.NonValidated.AsEnumerable())
            .Select(static h => KeyValuePair.Create(h.Key, h.Value.ToString()));
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        return new CapturedRequest(request.Method.Method, request.RequestUri!, [.. headers], body);
    }
}
