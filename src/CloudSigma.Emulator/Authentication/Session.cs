// One login.
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Authentication;

internal sealed class Session(string id, string csrfToken, AccountPartition account, DateTimeOffset expires)
{
    public string Id { get; } = id;

    public string CsrfToken { get; } = csrfToken;

    public AccountPartition Account { get; } = account;

    public DateTimeOffset Expires { get; } = expires;

    /// <summary>False while the second factor is missing.</summary>
    public bool Verified { get; set; }
}
