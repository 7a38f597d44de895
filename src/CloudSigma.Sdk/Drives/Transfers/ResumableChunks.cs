// Chunks as resumable.js sends them: forms, after a test whether they are there (guide 24).
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Transfers;

namespace CloudSigma.Sdk;

/// <param name="pipeline">Asks whether chunks are there.</param>
/// <param name="transfers">Sends chunks.</param>
/// <param name="drive">The drive.</param>
/// <param name="plan">The chunks.</param>
/// <param name="identifier">The name of the upload; the official client sends the name of the file.</param>
internal sealed class ResumableChunks(ApiPipeline pipeline, TransferClient transfers, Guid drive, ChunkPlan plan, string identifier) : IChunkProtocol
{
    private readonly string _path = $"drives/{drive:D}/upload/";

    public ApiRequest Description { get; } = ApiRequest.Bytes("upload-resumable-chunk", HttpMethod.Post, $"drives/{drive:D}/upload/", RequestSafety.Idempotent);

    public async Task<bool> IsStoredAsync(long index, CancellationToken cancellationToken)
    {
        var query = string.Join('&', Members(index).Select(static m => $"{m.Name}={Uri.EscapeDataString(m.Value)}"));
        try
        {
            await pipeline.SendAsync(ApiRequest.Get("upload-resumable-test", $"{_path}?{query}"), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (CloudSigmaApiException e) when (e is not AuthenticationException && (int)e.StatusCode < 500 && e.StatusCode != HttpStatusCode.TooManyRequests)
        {
            // Anything but success means: send it (operations).
            return false;
        }
    }

    public async Task SendAsync(long index, Func<SegmentContent> body, Deadline deadline, CancellationToken cancellationToken)
    {
        var request = new TransferRequest(Description, new Uri(transfers.Endpoint, _path)) { Content = body, Wrap = content => Form(index, content) };
        using var response = await transfers.SendAsync(request, deadline, cancellationToken).ConfigureAwait(false);
    }

    private MultipartFormDataContent Form(long index, SegmentContent content)
    {
        var form = new MultipartFormDataContent();
        // The framework leaves out quotes around names and puts them around the boundary; some servers want it the other way round.
        foreach (var (name, value) in Members(index)) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(value)), $"\"{name}\"");
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileName = "\"blob\"" };
        form.Add(content);
        var boundary = form.Headers.ContentType!.Parameters.First(static p => p.Name == "boundary");
        boundary.Value = boundary.Value!.Trim('"');
        return form;
    }

    private (string Name, string Value)[] Members(long index) =>
    [
        ("resumableChunkNumber", Text(index + 1)),
        ("resumableChunkSize", Text(plan.ChunkSize)),
        ("resumableTotalSize", Text(plan.Length)),
        ("resumableIdentifier", identifier),
        ("resumableFilename", identifier),
    ];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
