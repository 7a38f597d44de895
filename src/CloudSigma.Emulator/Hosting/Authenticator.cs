// Finds out who is calling. Other schemes than Basic belong here too.
using System.Security.Cryptography;
using System.Text;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Hosting;

internal sealed class Authenticator(CloudState state)
{
    private const string Basic = "Basic ";

    /// <summary>The value of <c>WWW-Authenticate</c> of a 401.</summary>
    public const string Challenge = "Basic realm=\"users\"";

    /// <summary>The part of the cloud that belongs to the caller, or null when the credentials are missing or wrong.</summary>
    public AccountPartition? Authenticate(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)) return null;
        var encoded = authorization[Basic.Length..].Trim();
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length)) return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || state.Partition(text[..colon]) is not { } partition) return null;
        var given = Encoding.UTF8.GetBytes(text[(colon + 1)..]);
        return CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(partition.Account!.Password)) ? partition : null;
    }
}
