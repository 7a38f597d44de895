// Sends an answer whose length is known: header and body leave in one write.
using System.IO.Compression;
using CloudSigma.Emulator.Engine;
using Microsoft.AspNetCore.Http;

namespace CloudSigma.Emulator.Hosting;

internal static class ResponseSender
{
    private const int SmallestToCompress = 1024;

    public static async Task SendAsync(HttpContext http, ApiResponse answer)
    {
        await SendAsync(http, answer, Prepare(http, answer)).ConfigureAwait(false);
    }

    /// <summary>Sends a body that is prepared.</summary>
    public static async Task SendAsync(HttpContext http, ApiResponse answer, ReadOnlyMemory<byte> body)
    {
        if (HasBody(answer)) await http.Response.Body.WriteAsync(body, http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Sets status and headers and returns the body as it goes over the wire; nothing is sent yet.</summary>
    public static ReadOnlyMemory<byte> Prepare(HttpContext http, ApiResponse answer)
    {
        var response = http.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers) response.Headers[name] = value;
        if (!HasBody(answer)) return ReadOnlyMemory<byte>.Empty;

        var body = answer.Body;
        if (body.Length > SmallestToCompress)
        {
            response.Headers.Vary = "Accept-Encoding";
            if (ContentNegotiation.AcceptsGzip(http.Request.Headers.AcceptEncoding!))
            {
                body = Compress(body);
                response.Headers.ContentEncoding = "gzip";
            }
        }

        response.ContentLength = body.Length;
        return body;
    }

    private static bool HasBody(ApiResponse answer) => answer.Status is not (204 or 304);

    private static ReadOnlyMemory<byte> Compress(ReadOnlyMemory<byte> body)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(body.Span);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
