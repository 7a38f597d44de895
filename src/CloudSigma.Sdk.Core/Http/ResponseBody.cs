// The body of an answer as a stream, decompressed on the way.
using System.IO.Compression;

namespace CloudSigma.Sdk.Core.Http;

internal static class ResponseBody
{
    /// <summary>
    /// Opens the body. Where the handler below has decompressed already, the header is gone and the stream is passed on as it is,
    /// so this works with any HttpClient.
    /// </summary>
    public static async ValueTask<Stream> OpenAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var encoding)
            && encoding.ToString().Equals("gzip", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(stream, CompressionMode.Decompress)
            : stream;
    }

    /// <summary>Whether the header says that the body is a page for people instead of JSON.</summary>
    public static bool IsMarkup(HttpResponseMessage response)
    {
        if (!response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values)) return false;
        var type = values.ToString();
        return type.Contains("html", StringComparison.OrdinalIgnoreCase) || type.Contains("xml", StringComparison.OrdinalIgnoreCase);
    }
}
