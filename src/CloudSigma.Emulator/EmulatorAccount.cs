// One customer of the emulated cloud.
using System.Security.Cryptography;
using System.Text;

namespace CloudSigma.Emulator;

/// <summary>One customer of the emulated cloud: the e-mail and password to log in with, and the uuid that owns the objects.</summary>
public sealed class EmulatorAccount
{
    /// <summary>Makes an account. The uuid is derived from the e-mail, so that it is the same in every run.</summary>
    /// <param name="email">The login name.</param>
    /// <param name="password">The password.</param>
    public EmulatorAccount(string email, string password)
    {
        ArgumentNullException.ThrowIfNull(email);
        ArgumentNullException.ThrowIfNull(password);
        Email = email;
        Password = password;
        Uuid = UuidOf(email);
    }

    /// <summary>The account that exists when nothing else is asked for: <c>user@example.com</c> with the password <c>secret</c>.</summary>
    public static EmulatorAccount WellKnown { get; } = new("user@example.com", "secret");

    /// <summary>The login name.</summary>
    public string Email { get; }

    /// <summary>The password.</summary>
    public string Password { get; }

    /// <summary>The token for <c>Authorization: Bearer</c>, or null when the account has none.</summary>
    public string? Token { get; init; }

    /// <summary>When set, the account is guarded by a second factor and this is the code, always the same one so that tests can send it.</summary>
    public string? OneTimePassword { get; init; }

    /// <summary>The uuid of the user, as shown in <c>owner</c> and in the profile.</summary>
    public Guid Uuid { get; init; }

    /// <summary>The account may run backfilling servers, those of <c>/bservers/</c>. The default is false.</summary>
    public bool Backfilling { get; init; }

    /// <summary>The money at the start, in the currency of the account. The default is 1000. Without money no server starts.</summary>
    public decimal Balance { get; init; } = 1000;

    /// <summary>The e-mail. What is secret is left out on purpose.</summary>
    public override string ToString() => Email;

    private static Guid UuidOf(string email)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(email), hash);
        return Store.IdGenerator.ToUuid(hash[..16]);
    }
}
