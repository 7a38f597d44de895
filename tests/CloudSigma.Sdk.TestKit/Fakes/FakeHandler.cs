// An HttpMessageHandler that answers by a function and remembers what was asked.
using System.Net;
using System.Text;

namespace CloudSigma.Sdk.TestKit.Fakes;

/// <summary>Answers requests by a function; remembers method, path with query, headers and body of each.</summary>
public sealed class FakeHandler(Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly List<FakeRequest> _requests = [];

    public FakeHandler(Func<FakeRequest, HttpResponseMessage> answer) : this((request, _) => Task.FromResult(answer(request)))
    {
    }

    public FakeHandler(string json) : this(_ => Json(json))
    {
    }

    public IReadOnlyList<FakeRequest> Requests
    {
        get { lock (_requests) return [.. _requests]; }
    }

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) => Text(json, "application/json; charset=utf-8", status);

    public static HttpResponseMessage Text(string text, string contentType, HttpStatusCode status = HttpStatusCode.OK) =>
        Bytes(Encoding.UTF8.GetBytes(text), contentType, status);

    public static HttpResponseMessage Bytes(byte[] bytes, string contentType, HttpStatusCode status = HttpStatusCode.OK) =>
        Body(new MemoryStream(bytes), contentType, status);

    public static HttpResponseMessage Body(Stream stream, string contentType = "application/json; charset=utf-8", HttpStatusCode status = HttpStatusCode.OK)
    {
        var response = new HttpResponseMessage(status) { Content = new StreamContent(stream) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var headers = request.Headers.NonValidated.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var seen = new FakeRequest(request.Method.Method, request.RequestUri!, headers, body);
        lock (_requests) _requests.Add(seen);
        return await answer(seen, cancellationToken).ConfigureAwait(false);
    }
}
