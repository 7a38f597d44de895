// How an emulator lets its accounts sign in.
namespace CloudSigma.Emulator;

/// <summary>How an emulator lets its accounts sign in. The defaults accept everything and challenge as the API documents.</summary>
public sealed record EmulatorAuthentication
{
    /// <summary>The schemes that are accepted. The default is all.</summary>
    public EmulatorAuthenticationSchemes Schemes { get; init; } = EmulatorAuthenticationSchemes.All;

    /// <summary>Name Basic in a header of its own beside the Digest challenge of a 401. The default is true.</summary>
    public bool OfferBasic { get; init; } = true;

    /// <summary>Name Basic before Digest. The default is false.</summary>
    public bool BasicFirst { get; init; }

    /// <summary>The algorithms of Digest; each gets a challenge of its own, in this order. The default is MD5 alone.</summary>
    public IReadOnlyList<EmulatorDigestAlgorithm> DigestAlgorithms { get; init; } = [EmulatorDigestAlgorithm.Md5];

    /// <summary>Ask for <c>qop="auth"</c>. Without it the response has no counter, as in RFC 2069. The default is true.</summary>
    public bool DigestQop { get; init; } = true;

    /// <summary>Say <c>userhash=true</c> in the challenge. Hashed names are accepted anyway. The default is false.</summary>
    public bool OfferUserHash { get; init; }

    /// <summary>How long a nonce can be used, in emulator time. The default is five minutes.</summary>
    public TimeSpan NonceLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Give the next nonce in <c>Authentication-Info</c> of each answer. The default is false.</summary>
    public bool SendNextNonce { get; init; }

    /// <summary>How long a session lasts after the login, in emulator time. The default is fourteen days.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromDays(14);

    internal bool Accepts(EmulatorAuthenticationSchemes scheme) => (Schemes & scheme) != 0;
}
