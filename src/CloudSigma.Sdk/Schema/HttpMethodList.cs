// Methods of an address: a list in most schemas, one bare text in some.
using System.Collections;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <summary>A list of methods that remembers in which form it came.</summary>
[JsonConverter(typeof(HttpMethodListConverter))]
internal sealed class HttpMethodList(IReadOnlyList<HttpMethod> methods, bool isText = false) : IReadOnlyList<HttpMethod>
{
    public static HttpMethodList Empty { get; } = new([]);

    /// <summary>Whether one method stood there as a bare text.</summary>
    public bool IsText { get; } = isText;

    public int Count => methods.Count;

    public HttpMethod this[int index] => methods[index];

    public IEnumerator<HttpMethod> GetEnumerator() => methods.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
