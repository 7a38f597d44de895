// The two ways to send chunks.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Transfers;

namespace CloudSigma.Sdk;

/// <summary>Sends one chunk, once.</summary>
internal interface IChunkProtocol
{
    /// <value>What a request with a chunk is, for the rules of retries.</value>
    ApiRequest Description { get; }

    /// <summary>Asks whether a chunk is there; false also when the protocol answers that while it sends.</summary>
    /// <param name="index">The chunk, from 0.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<bool> IsStoredAsync(long index, CancellationToken cancellationToken);

    /// <summary>Sends a chunk.</summary>
    /// <param name="index">The chunk, from 0.</param>
    /// <param name="body">Makes its body.</param>
    /// <param name="deadline">Ends it when nothing moves.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CloudSigmaApiException">With status 416 the chunk is there already.</exception>
    Task SendAsync(long index, Func<SegmentContent> body, Deadline deadline, CancellationToken cancellationToken);
}
