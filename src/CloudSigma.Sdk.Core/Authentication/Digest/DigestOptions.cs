// How Digest authentication behaves.
namespace CloudSigma.Sdk;

/// <summary>Settings of <see cref="CloudSigmaCredential.Digest"/>.</summary>
public sealed record DigestOptions
{
    /// <summary>Whether HTTP Basic may be used when the server offers it and no form of Digest that this client has. Basic shows the password to whoever is asked.</summary>
    /// <value>Default: false.</value>
    public bool AllowBasicFallback { get; init; }
}
