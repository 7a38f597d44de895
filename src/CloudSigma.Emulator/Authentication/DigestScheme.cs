// Digest authentication on the side of the server, RFC 7616 and the older RFC 2617.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Authentication;

internal sealed class DigestScheme(CloudState state, EmulatorAuthentication options)
{
    private const string Realm = "users";
    private readonly NonceBook _nonces = new(state, options.NonceLifetime);
    private readonly string _opaque = state.Ids.NewSecret(20);

    /// <summary>A challenge for each algorithm, all with the same nonce.</summary>
    public IEnumerable<string> Challenges(bool stale)
    {
        var nonce = _nonces.Issue();
        foreach (var algorithm in options.DigestAlgorithms)
        {
            var challenge = $"Digest nonce=\"{nonce}\", realm=\"{Realm}\", algorithm=\"{DigestHash.Name(algorithm)}\", opaque=\"{_opaque}\"";
            if (options.DigestQop) challenge += ", qop=\"auth\"";
            if (options.OfferUserHash) challenge += ", userhash=true";
            if (stale) challenge += ", stale=true";
            yield return challenge;
        }
    }

    /// <summary>Checks the header of a request.</summary>
    /// <param name="header">The value of <c>Authorization</c>.</param>
    /// <param name="method">The method of the request.</param>
    /// <param name="target">Path and query as they stand in the request.</param>
    public Identity Check(string header, string method, string target)
    {
        if (DigestAuthorization.Read(header, out var problem) is not { } given) return Unknown(problem!);
        if (DigestHash.Find(given.Algorithm) is not { } algorithm || !options.DigestAlgorithms.Contains(algorithm))
            return Unknown("The algorithm was not offered.");
        if (given.Realm != Realm) return Unknown("The realm is another one.");
        if (given.Opaque != _opaque) return Unknown("The value of opaque is not the one of the challenge.");
        if ((given.Qop is not null) != options.DigestQop || given.Qop is not (null or "auth"))
            return Unknown("The value of qop was not offered.");
        uint? count = null;
        if (given.Qop is not null)
        {
            if (given.Count.Length != 8 || !uint.TryParse(given.Count, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
                return Unknown("The count nc is not 8 hexadecimal digits.");
            count = number;
        }

        if (!IsSameTarget(given.Uri, target))
            return Identity.Refused(ApiException.Validation("The uri of the digest is not the address of the request", "uri"));
        if (FindAccount(given, algorithm) is not { } account) return Unknown("There is no such user.");

        var hash = DigestHash.Account(algorithm, account.Account!.Email, Realm, account.Account.Password, given.Nonce, given.ClientNonce);
        if (!SameText(DigestHash.Response(algorithm, hash, given, method), given.Response)) return Unknown("The response is wrong.");

        // Only who knows the password is told that the nonce is the problem.
        if (_nonces.Use(given.Nonce, count) is { } reason) return Identity.Unknown($"Digest: {reason}", stale: true);
        return new Identity { Account = account, Scheme = "digest", AuthenticationInfo = Info(algorithm, hash, given) };
    }

    private static Identity Unknown(string reason) => Identity.Unknown($"Digest: {reason}");

    private string Info(EmulatorDigestAlgorithm algorithm, string hash, DigestAuthorization given)
    {
        var info = $"rspauth=\"{DigestHash.Response(algorithm, hash, given, method: "")}\"";
        if (given.Qop is not null) info += $", qop={given.Qop}, cnonce=\"{given.ClientNonce}\", nc={given.Count}";
        return options.SendNextNonce ? $"nextnonce=\"{_nonces.Issue()}\", {info}" : info;
    }

    private AccountPartition? FindAccount(DigestAuthorization given, EmulatorDigestAlgorithm algorithm) =>
        given.UserHash
            ? state.Partitions.FirstOrDefault(account => SameText(DigestHash.Hash(algorithm, $"{account.Account!.Email}:{Realm}"), given.User))
            : state.Partition(given.User) is { } found && found.Account!.Email == given.User ? found : null;

    // A client behind a proxy may name the whole address.
    private static bool IsSameTarget(string uri, string target) =>
        uri == target || (Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp && address.PathAndQuery == target);

    private static bool SameText(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
