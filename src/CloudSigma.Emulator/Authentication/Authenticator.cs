// Finds out who is calling, and says in a 401 how to sign in.
using System.Security.Cryptography;
using System.Text;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using static CloudSigma.Emulator.EmulatorAuthenticationSchemes;

namespace CloudSigma.Emulator.Authentication;

internal sealed class Authenticator(CloudState state, EmulatorAuthentication options, SessionStore sessions)
{
    private const string BasicPrefix = "Basic ";
    private const string BearerPrefix = "Bearer ";
    private const string BasicChallenge = "Basic realm=\"users\"";
    private const string BearerChallenge = "Bearer realm=\"users\"";
    private readonly DigestScheme _digest = new(state, options);

    /// <summary>Looks at the header <c>Authorization</c> and, without one, at the cookies.</summary>
    public Identity Identify(HttpRequest http)
    {
        var header = http.Headers.Authorization.ToString();
        if (header.Length == 0) return options.Accepts(EmulatorAuthenticationSchemes.Session) ? FromSession(http) : Identity.Unknown(null);
        if (Is(header, BasicPrefix, Basic)) return Guarded(FromBasic(header));
        if (Is(header, DigestAuthorization.Scheme, Digest))
            return Guarded(_digest.Check(header, http.Method, http.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget));
        if (Is(header, BearerPrefix, Bearer)) return FromBearer(header[BearerPrefix.Length..].Trim());
        return Identity.Unknown("The scheme of the header Authorization is not accepted.");
    }

    /// <summary>Accepts Basic and nothing else, as raw uploads do.</summary>
    public Identity IdentifyBasic(HttpRequest http)
    {
        var header = http.Headers.Authorization.ToString();
        return Is(header, BasicPrefix, Basic)
            ? Guarded(FromBasic(header))
            : Identity.Refused(ApiException.NotAuthenticated("Raw uploads take Basic authentication only")) with { OnlyBasic = true };
    }

    /// <summary>The account with this name and password, or null.</summary>
    public AccountPartition? Find(string email, string password) =>
        state.Partition(email) is { } account && Same(password, account.Account!.Password) ? account : null;

    /// <summary>The values of <c>WWW-Authenticate</c> of a 401 for these credentials.</summary>
    public StringValues Challenges(Identity identity) => identity.OnlyBasic ? BasicChallenge : Challenges(identity.Stale);

    /// <summary>The values of <c>WWW-Authenticate</c> of a 401.</summary>
    public StringValues Challenges(bool stale)
    {
        var challenges = new List<string>();
        if (options.Accepts(Digest)) challenges.AddRange(_digest.Challenges(stale));
        if (options.Accepts(Basic) && (options.OfferBasic || challenges.Count == 0))
            challenges.Insert(options.BasicFirst ? 0 : challenges.Count, BasicChallenge);
        if (options.Accepts(Bearer) && challenges.Count == 0) challenges.Add(BearerChallenge);
        return challenges.ToArray();
    }

    public static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private bool Is(string header, string prefix, EmulatorAuthenticationSchemes scheme) =>
        options.Accepts(scheme) && header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private Identity FromBasic(string header)
    {
        var encoded = header[BasicPrefix.Length..].Trim();
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length)) return Identity.Unknown("Basic: The header is not base64.");
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 && Find(text[..colon], text[(colon + 1)..]) is { } account
            ? new Identity { Account = account, Scheme = "basic" }
            : Identity.Unknown("Basic: The name or the password is wrong.");
    }

    private Identity FromBearer(string token) =>
        state.Partitions.FirstOrDefault(account => account.Account!.Token is { } known && Same(token, known)) is { } account
            ? new Identity { Account = account, Scheme = "bearer" }
            : Identity.Unknown("Bearer: The token is not known.");

    private Identity FromSession(HttpRequest http)
    {
        if (sessions.Find(http) is not { } session)
            return Identity.Unknown(http.Cookies.ContainsKey(SessionStore.SessionCookie) ? "Session: The session is not known, or has ended." : null);
        if (SessionStore.CheckForgery(http) is { } refusal) return Identity.Refused(refusal) with { Session = session };
        return session.Verified
            ? new Identity { Account = session.Account, Scheme = "session", Session = session }
            : Identity.Unknown("Session: The second factor is missing.") with { Session = session };
    }

    // Basic and Digest have no place for the second factor.
    private static Identity Guarded(Identity identity) =>
        identity.Account?.Account is { OneTimePassword: not null }
            ? Identity.Refused(ApiException.Permission("This account uses two-factor authentication. Log in with a session and a one-time password."))
            : identity;
}
