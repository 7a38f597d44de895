// A request as a fake saw it.
namespace CloudSigma.Sdk.TestKit.Fakes;

/// <summary>A request as a fake saw it.</summary>
public sealed record FakeRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public string PathAndQuery => Uri.PathAndQuery;

    /// <summary>The value of a query parameter, decoded; null when it is absent.</summary>
    public string? Query(string name) => Uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2))
        .Where(p => p[0] == name)
        .Select(p => Uri.UnescapeDataString(p[1]))
        .FirstOrDefault();

    public int Offset => int.Parse(Query("offset") ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    public int Limit => int.Parse(Query("limit") ?? "20", System.Globalization.CultureInfo.InvariantCulture);
}
