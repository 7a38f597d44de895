// Chunks by links: one is asked for each chunk, and takes its bytes without a credential (guide 24).
using System.Net;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Transfers;

namespace CloudSigma.Sdk;

internal sealed class ChunkLinks(ApiPipeline pipeline, TransferClient transfers, Guid drive, ChunkPlan plan) : IChunkProtocol
{
    public ApiRequest Description { get; } = ApiRequest.Bytes("upload-chunk-link-post", HttpMethod.Post, $"drives/{drive:D}/chunk/", RequestSafety.Idempotent);

    /// <summary>The request for the link tells.</summary>
    public Task<bool> IsStoredAsync(long index, CancellationToken cancellationToken) => Task.FromResult(false);

    public async Task SendAsync(long index, Func<SegmentContent> body, Deadline deadline, CancellationToken cancellationToken)
    {
        // Asking twice makes no second chunk.
        var ask = ApiRequest.Post(
            "drives-upload-chunk-link", $"drives/{drive:D}/action/?do=upload_chunk", new ChunkLinkBody(index, plan.ChunkSize), SdkJson.Context.ChunkLinkBody, RequestSafety.Idempotent);
        var answer = await pipeline.SendAsync(ask, SdkJson.Context.ChunkLinkAnswer, cancellationToken).ConfigureAwait(false);
        var request = new TransferRequest(Description, Resolve(answer.Link)) { Content = body, IsAuthenticated = false };
        try
        {
            using var response = await transfers.SendAsync(request, deadline, cancellationToken).ConfigureAwait(false);
        }
        catch (CloudSigmaApiException e) when (e.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            // Links live for five minutes. The next try asks for another one, and tells if it is the drive that is gone.
            throw new CloudSigmaConnectionException(FormattableString.Invariant($"The link for chunk {index} of drive {drive} is not valid any more: {e.Message}"), e);
        }
    }

    private Uri Resolve(string? link)
    {
        if (string.IsNullOrWhiteSpace(link) || !Uri.TryCreate(transfers.Endpoint, link, out var address))
            throw new InvalidResponseException($"The answer to the request for a chunk of drive {drive} has no link that can be used.");
        return address.Scheme == transfers.Endpoint.Scheme || address.Scheme == Uri.UriSchemeHttps
            ? address
            : throw new InvalidResponseException($"The link for a chunk of drive {drive} leads from {transfers.Endpoint.Scheme} to {address.Scheme}, which is not followed.");
    }
}
