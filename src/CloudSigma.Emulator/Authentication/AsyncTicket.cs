// The cookie for the notification service, which lasts two minutes.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Authentication;

internal sealed class AsyncTicket(CloudState state)
{
    private const int SignatureBytes = 20;
    private readonly string _key = state.Ids.NewSecret(32);

    /// <summary>The header <c>Set-Cookie</c>: the account in base64, the time, and a signature of both.</summary>
    public string Cookie(AccountPartition account)
    {
        var uuid = Convert.ToBase64String(Encoding.ASCII.GetBytes(account.Account!.Uuid.ToString()));
        var text = string.Create(CultureInfo.InvariantCulture, $"{uuid}|{state.Now.ToUnixTimeSeconds()}");
        var signature = HMACSHA256.HashData(Encoding.ASCII.GetBytes(_key), Encoding.ASCII.GetBytes(text));
        return $"async_auth={text}|{Convert.ToHexStringLower(signature.AsSpan(0, SignatureBytes))}; Max-Age=120; Path=/";
    }
}
