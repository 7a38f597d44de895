// What the credentials of a request say about its caller.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Authentication;

internal sealed record Identity
{
    public AccountPartition? Account { get; init; }

    /// <summary>How the caller signed in, as the request log names it.</summary>
    public string? Scheme { get; init; }

    /// <summary>The session of the caller, also one that still waits for its second factor.</summary>
    public Session? Session { get; init; }

    /// <summary>Why the caller may not go on, or null.</summary>
    public ApiException? Refusal { get; init; }

    /// <summary>For the request log: what is wrong with the credentials.</summary>
    public string? Reason { get; init; }

    /// <summary>The digest was right and only its nonce can no longer be used.</summary>
    public bool Stale { get; init; }

    /// <summary>The address takes Basic only, and its challenge says so.</summary>
    public bool OnlyBasic { get; init; }

    /// <summary>The header <c>Authentication-Info</c> of the answer.</summary>
    public string? AuthenticationInfo { get; init; }

    public static Identity Unknown(string? reason, bool stale = false) =>
        new() { Refusal = ApiException.NotAuthenticated(), Reason = reason, Stale = stale };

    public static Identity Refused(ApiException refusal) => new() { Refusal = refusal };
}
