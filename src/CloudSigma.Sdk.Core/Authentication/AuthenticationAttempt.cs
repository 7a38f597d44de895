// What an authenticator remembers about one request while it is sent, possibly several times.
namespace CloudSigma.Sdk.Core.Authentication;

internal sealed class AuthenticationAttempt
{
    /// <value>How often the request has been sent, from 1.</value>
    public int Round { get; set; }

    /// <value>The proof of the last round, in the authenticator's own terms; null when it carried none.</value>
    public object? Proof { get; set; }

    /// <value>The number of the request under its nonce.</value>
    public uint NonceCount { get; set; }

    /// <value>The turn that this request has taken to find out the proof for all others; null for most.</value>
    public FirstTurn? Turn { get; set; }

    /// <value>The authenticator behind a rotating credential that made the proof.</value>
    public Authenticator? Owner { get; set; }

    /// <value>How often a rotating credential had been asked for when the proof was made.</value>
    public int Asked { get; set; }
}
