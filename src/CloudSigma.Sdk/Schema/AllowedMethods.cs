// Names of HTTP methods as the API writes them.
using System.Buffers;
using System.Text.Json;

namespace CloudSigma.Sdk;

internal static class AllowedMethods
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Reads the answer to OPTIONS, e.g. <c>GET,PUT,DELETE,POST</c>.</summary>
    public static IReadOnlyList<HttpMethod> ParseList(string text)
    {
        var names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length > 0 ? [.. names.Select(Parse)] : throw new JsonException("it names no method");
    }

    /// <summary>Reads one method, in upper or lower case.</summary>
    public static HttpMethod Parse(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(Letters)
        ? HttpMethod.Parse(name.ToUpperInvariant())
        : throw new JsonException("it is not a list of HTTP methods");
}
