// The sessions that are open, their cookies, and the checks against forged requests.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CloudSigma.Emulator.Authentication;

internal sealed class SessionStore(CloudState state, TimeSpan lifetime)
{
    public const string SessionCookie = "sessionid";
    public const string CsrfCookie = "csrftoken";
    private const string Removed = "Max-Age=0; Path=/";
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    /// <summary>Opens a session; an account with a second factor has to complete it.</summary>
    public Session Open(AccountPartition account)
    {
        foreach (var expired in _sessions.Values.Where(session => session.Expires <= state.Now).ToArray()) Close(expired);
        var session = new Session(state.Ids.NewSecret(16), state.Ids.NewSecret(16), account, state.Now + lifetime)
        {
            Verified = account.Account!.OneTimePassword is null,
        };
        _sessions.Add(session.Id, session);
        return session;
    }

    /// <summary>The session that the cookies name, or null.</summary>
    public Session? Find(HttpRequest http) =>
        http.Cookies[SessionCookie] is { } id && _sessions.TryGetValue(id, out var session) && session.Expires > state.Now ? session : null;

    public void Close(Session session) => _sessions.Remove(session.Id);

    public void CloseAll() => _sessions.Clear();

    /// <summary>The two cookies of a login. Their ages are the documented ones, however long the session really lasts.</summary>
    public static StringValues Cookies(Session session) => new(
    [
        $"{CsrfCookie}={session.CsrfToken}; Max-Age=31449600; Path=/",
        $"{SessionCookie}={session.Id}; HttpOnly; Max-Age=1209600; Path=/",
    ]);

    /// <summary>Takes the two cookies away.</summary>
    public static StringValues NoCookies() => new([$"{CsrfCookie}=; {Removed}", $"{SessionCookie}=; HttpOnly; {Removed}"]);

    /// <summary>Why a write is refused that a foreign page could have caused, or null.</summary>
    public static ApiException? CheckForgery(HttpRequest http)
    {
        if (http.Method is "GET" or "HEAD" or "OPTIONS") return null;
        var token = http.Headers["X-CSRFToken"].ToString();
        if (token.Length == 0 || token != http.Cookies[CsrfCookie])
            return ApiException.Permission("CSRF verification failed. The header X-CSRFToken has to repeat the cookie csrftoken.");
        var referer = http.Headers.Referer.ToString();
        return referer.Length == 0 || NamesTheApi(referer, http.Host)
            ? null
            : ApiException.Permission("CSRF verification failed. The header Referer has to name the API.");
    }

    private static bool NamesTheApi(string referer, HostString host) =>
        Uri.TryCreate(referer, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttp
        && HostString.FromUriComponent(address).Equals(HostString.FromUriComponent(new Uri($"http://{host.ToUriComponent()}")))
        && (address.AbsolutePath + "/").StartsWith(Router.Root, StringComparison.Ordinal);
}
