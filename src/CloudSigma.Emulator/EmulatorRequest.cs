// One line of the request log.
namespace CloudSigma.Emulator;

/// <summary>One request that the emulator has received. Credentials, cookies and passwords are never part of it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path without the query.</param>
/// <param name="Query">The query with its question mark, or an empty text.</param>
/// <param name="Status">The status of the answer; 0 when there was none.</param>
/// <param name="Account">The e-mail of the account, or null when the request was not authenticated.</param>
/// <param name="Warnings">What was ignored, for example unknown query parameters and unknown members, and why credentials were refused.</param>
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
    string RequestId)
{
    /// <summary>How the caller signed in: <c>basic</c>, <c>digest</c>, <c>session</c> or <c>bearer</c>; null when it did not.</summary>
    public string? Scheme { get; init; }

    /// <summary>
    /// Whether the request carried a header <c>Authorization</c> or <c>Cookie</c>, right or wrong. The link behind a redirected download needs
    /// neither.
    /// </summary>
    public bool HasCredentials { get; init; }

    /// <summary>How many bytes of the body of the request were read, also when it broke off.</summary>
    public long BytesReceived { get; init; }

    /// <summary>How many bytes of the body of the answer were sent, also when it was cut; then <see cref="Status"/> is 0.</summary>
    public long BytesSent { get; init; }

    /// <summary>The fault that hit the request, or null.</summary>
    public EmulatorFaultKind? Fault { get; init; }

    /// <summary>The uuids of the objects that the request made, jobs included.</summary>
    public IReadOnlyList<string> Created { get; init; } = [];

    /// <summary>The uuids of the objects that the request changed.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>The uuids of the objects that the request deleted.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];
}
