// Writes down what goes over the socket, in the form of the documented examples.
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CloudSigma.Sdk.TestKit.Http;
using CloudSigma.Sdk.TestKit.Json;

namespace CloudSigma.Sdk.IntegrationTests.Recording;

/// <summary>Passes requests on and keeps them with their answers as text, without what differs from run to run.</summary>
internal sealed partial class RecordingHandler(Uri endpoint, Uri directEndpoint, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string SampleAuthorization = "Basic dXNlckBleGFtcGxlLmNvbTpzZWNyZXQ=";
    private const string SampleAuthority = "127.0.0.1:8010";
    private const string SampleDirectAuthority = "127.0.0.1:8011";
    private const string SampleBoundary = "boundary-of-the-form";

    private readonly List<(CapturedRequest Sent, string Request, string Answer)> _exchanges = [];

    /// <summary>The exchanges since the last call, as one text.</summary>
    public string Take() => Take(static _ => true);

    /// <summary>Those of the exchanges since the last call of <see cref="Forget"/> or the other method whose requests are meant, as one text.</summary>
    public string Take(Func<CapturedRequest, bool> isMeant)
    {
        var meant = _exchanges.Where(e => isMeant(e.Sent)).ToList();
        foreach (var exchange in meant) _exchanges.Remove(exchange);
        return string.Join($"\n{HttpExchange.Separator}\n", meant.SelectMany(static e => new[] { e.Request, e.Answer })) + "\n";
    }

    /// <summary>Leaves out what was not taken.</summary>
    public void Forget() => _exchanges.Clear();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = await CapturedRequest.FromAsync(request, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        _exchanges.Add((sent, Describe(sent), await DescribeAsync(response, cancellationToken)));
        return response;
    }

    private string Describe(CapturedRequest sent)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{sent.Method} {sent.Target} HTTP/1.1\n");
        foreach (var (name, value) in sent.Headers)
        {
            if (name is "Content-Type" or "Range") text.Append(CultureInfo.InvariantCulture, $"{name}: {(BoundaryOf(value) is { } boundary ? value.Replace(boundary, SampleBoundary, StringComparison.Ordinal) : value)}\n");
            else if (name == "Authorization") text.Append(CultureInfo.InvariantCulture, $"{name}: {SampleAuthorization}\n");
        }

        var type = sent.Headers.FirstOrDefault(static h => h.Key == "Content-Type").Value;
        return type is null or "application/json" ? Append(text, sent.Body)
            : text.Append('\n').Append(BoundaryOf(type) is { } mark ? Text(sent.Body).Replace(mark, SampleBoundary, StringComparison.Ordinal) : Text(sent.Body)).ToString();
    }

    private static string? BoundaryOf(string type) => type.Split("boundary=") is [_, var boundary] ? boundary.Trim('"') : null;

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n");

    private async Task<string> DescribeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)response.StatusCode} {response.ReasonPhrase}\n");
        foreach (var (name, value) in response.Content.Headers.NonValidated.Concat(response.Headers.NonValidated))
        {
            if (name is "Content-Type" or "Location" or "Content-Range") text.Append(CultureInfo.InvariantCulture, $"{name}: {Neutral(value.ToString())}\n");
        }

        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        bytes = response.Content.Headers.ContentEncoding.Contains("gzip") ? Unzip(bytes) : bytes;
        return response.Content.Headers.ContentType?.MediaType is "text/plain" or "application/octet-stream" ? text.Append('\n').Append(Encoding.UTF8.GetString(bytes)).ToString() : Append(text, bytes);
    }

    private string Append(StringBuilder text, byte[] body) =>
        text.Append('\n').Append(body.Length == 0 ? "" : Neutral(JsonText.Indent(JsonText.Parse(body)))).ToString();

    private string Neutral(string text) => Images().Replace(Screens().Replace(
        text.Replace(endpoint.Authority, SampleAuthority, StringComparison.Ordinal).Replace(directEndpoint.Authority, SampleDirectAuthority, StringComparison.Ordinal),
        "${scheme}://127.0.0.1:5900"), "http://127.0.0.1:8012/images/");

    // Redirected downloads go to a port that the system has chosen.
    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/images/")]
    private static partial Regex Images();

    // Screens and consoles open another port each time.
    [GeneratedRegex(@"(?<scheme>vnc|csconsole)://127\.0\.0\.1:\d+")]
    private static partial Regex Screens();

    private static byte[] Unzip(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
