// The ways to sign in that an emulator accepts.
namespace CloudSigma.Emulator;

/// <summary>The ways to sign in; several can be accepted at once.</summary>
[Flags]
public enum EmulatorAuthenticationSchemes
{
    /// <summary>None. Nobody can sign in, so the options refuse it.</summary>
    None = 0,

    /// <summary>E-mail and password with every request.</summary>
    Basic = 1,

    /// <summary>Challenge and response; the password never travels.</summary>
    Digest = 2,

    /// <summary>A cookie from <c>do=login</c>, and a CSRF token with every write.</summary>
    Session = 4,

    /// <summary>The token of the account, see <see cref="EmulatorAccount.Token"/>.</summary>
    Bearer = 8,

    /// <summary>All of them.</summary>
    All = Basic | Digest | Session | Bearer,
}
