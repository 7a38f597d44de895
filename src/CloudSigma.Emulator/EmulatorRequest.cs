// One line of the request log.
namespace CloudSigma.Emulator;

/// <summary>One request that the emulator has answered.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path without the query.</param>
/// <param name="Query">The query with its question mark, or an empty text.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Account">The e-mail of the account, or null when the request was not authenticated.</param>
/// <param name="Warnings">What was ignored, for example unknown query parameters and unknown members.</param>
/// <param name="StartedAt">When the request arrived, in emulator time.</param>
/// <param name="RequestId">The value of <c>X-REQUEST-ID</c> in the answer.</param>
public sealed record EmulatorRequest(
    string Method,
    string Path,
    string Query,
    int Status,
    string? Account,
    IReadOnlyList<string> Warnings,
    DateTimeOffset StartedAt,
    string RequestId);
