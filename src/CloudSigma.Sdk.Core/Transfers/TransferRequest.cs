// One request of a transfer.
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk.Core.Transfers;

/// <summary>A request whose body, or the body of whose answer, are bytes.</summary>
/// <param name="Description">What logs, traces and errors say: its path has no secret, as the address may have.</param>
/// <param name="Address">Where it goes.</param>
internal sealed record TransferRequest(ApiRequest Description, Uri Address)
{
    /// <value>Makes the body, anew for each time that it is sent; null for none.</value>
    public Func<SegmentContent>? Content { get; init; }

    /// <value>Puts the body into another one, such as a form; null for nothing.</value>
    public Func<SegmentContent, HttpContent>? Wrap { get; init; }

    /// <value>Whether the answer is awaited before the body is sent, so that a refusal costs nothing.</value>
    public bool ExpectsContinue { get; init; }

    /// <value>Whether the credential goes along, to the host that it is for.</value>
    public bool IsAuthenticated { get; init; } = true;

    /// <value>The first byte that is wanted; null for no range.</value>
    public long? RangeStart { get; init; }

    /// <value>The last byte that is wanted; null for all.</value>
    public long? RangeEnd { get; init; }

    /// <value>The version of the file that the range has to be of; null when none is known.</value>
    public string? IfRange { get; init; }
}
