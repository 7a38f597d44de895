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

    private readonly List<string> _parts = [];

    /// <summary>The exchanges since the last call, as one text.</summary>
    public string Take()
    {
        var text = string.Join($"\n{HttpExchange.Separator}\n", _parts) + "\n";
        _parts.Clear();
        return text;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = await CapturedRequest.FromAsync(request, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        _parts.Add(Describe(sent));
        _parts.Add(await DescribeAsync(response, cancellationToken));
        return response;
    }

    private string Describe(CapturedRequest sent)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{sent.Method} {sent.Target} HTTP/1.1\n");
        foreach (var (name, value) in sent.Headers)
        {
            if (name == "Content-Type") text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");
            else if (name == "Authorization") text.Append(CultureInfo.InvariantCulture, $"{name}: {SampleAuthorization}\n");
        }

        return Append(text, sent.Body);
    }

    private async Task<string> DescribeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)response.StatusCode} {response.ReasonPhrase}\n");
        foreach (var (name, value) in response.Content.Headers.NonValidated.Concat(response.Headers.NonValidated))
        {
            if (name is "Content-Type" or "Location") text.Append(CultureInfo.InvariantCulture, $"{name}: {Neutral(value.ToString())}\n");
        }

        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        bytes = response.Content.Headers.ContentEncoding.Contains("gzip") ? Unzip(bytes) : bytes;
        return response.Content.Headers.ContentType?.MediaType == "text/plain" ? text.Append('\n').Append(Encoding.UTF8.GetString(bytes)).ToString() : Append(text, bytes);
    }

    private string Append(StringBuilder text, byte[] body) =>
        text.Append('\n').Append(body.Length == 0 ? "" : Neutral(JsonText.Indent(JsonText.Parse(body)))).ToString();

    private string Neutral(string text) => Screens().Replace(
        text.Replace(endpoint.Authority, SampleAuthority, StringComparison.Ordinal).Replace(directEndpoint.Authority, SampleDirectAuthority, StringComparison.Ordinal),
        "${scheme}://127.0.0.1:5900");

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
