// The query of a request with all values of repeated parameters.
using System.Net;

namespace CloudSigma.Emulator.Engine;

internal sealed class QueryText
{
    private readonly List<KeyValuePair<string, string>> _pairs = [];

    public QueryText(string query)
    {
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = WebUtility.UrlDecode(equals < 0 ? pair : pair[..equals]);
            _pairs.Add(new(name, equals < 0 ? "" : WebUtility.UrlDecode(pair[(equals + 1)..])));
        }
    }

    public IEnumerable<string> Names => _pairs.Select(static pair => pair.Key).Distinct();

    public IEnumerable<string> All(string name) => _pairs.Where(pair => pair.Key == name).Select(static pair => pair.Value);

    /// <summary>The last value of the parameter, or null.</summary>
    public string? Last(string name) => All(name).LastOrDefault();
}
