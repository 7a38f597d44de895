// /accounts/action/: registration, login, logout and what belongs to them.
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Authentication;

internal sealed class AccountActions(
    CloudState state, ResourceCatalog catalog, EmulatorAuthentication options, Authenticator authenticator, SessionStore sessions)
{
    /// <summary>
    /// The member of the answer to <c>do=login</c> that asks for the second factor. The API does not document how it asks; this is the choice
    /// of the emulator.
    /// </summary>
    public const string TwoFactorMarker = "two_factor";

    /// <summary>The password of registered accounts. The real cloud sends a mail with a link to choose one.</summary>
    public const string FirstPassword = "secret";

    private const string Path = Router.Root + "accounts/action/";
    private static readonly string[] Names =
    [
        "create", "login", "verify_otp", "logout", "check_login", "check_login_with_return_uuid", "authenticate_asynchronous",
    ];

    private readonly AsyncTicket _ticket = new(state);

    public static bool Owns(string path) => path == Path || path + "/" == Path;

    public ApiResponse Run(RequestContext request, Identity identity)
    {
        if (request.Method == "OPTIONS") return ApiResponse.Text("POST");
        if (request.Method != "POST") throw ApiException.MethodNotAllowed(request.Method, ["POST"]);
        var name = request.Query.Last("do")
            ?? throw ApiException.Validation("The query parameter do is missing; it names the action", "do");
        if (!Names.Contains(name)) throw ApiException.Validation($"\"{name}\" is not one of {string.Join(", ", Names)}", "do");
        request.CheckQuery("do");
        var body = BodyReader.ActionBody(request.Body);
        return name switch
        {
            "create" => Create(request, body),
            "login" => Login(request, body),
            "verify_otp" => VerifyOneTimePassword(request, identity, body),
            "logout" => Logout(request, identity, body),
            "check_login" => CheckLogin(request, identity, body),
            "check_login_with_return_uuid" => CheckLoginWithUuid(request, identity, body),
            _ => AuthenticateAsynchronous(request, identity, body),
        };
    }

    private ApiResponse Create(RequestContext request, JsonObject body)
    {
        Known(request, body, "email", "promo");
        var email = Text(body, "email");
        if (!email.Contains('@', StringComparison.Ordinal) || email.Contains(':', StringComparison.Ordinal))
            throw ApiException.Validation("Not an e-mail address", "email");
        if (body["promo"] is { } promo && promo.GetValueKind() is not JsonValueKind.String)
            throw ApiException.Validation("Not a text", "promo");
        if (state.Partition(email) is not null) throw ApiException.Validation("There is an account with this e-mail already", "email");
        var account = state.Add(new EmulatorAccount(email, FirstPassword));
        catalog.Welcome(account);
        return Answer(new JsonObject { ["success"] = true, ["uuid"] = Uuid(account) });
    }

    private ApiResponse Login(RequestContext request, JsonObject body)
    {
        if (!options.Accepts(EmulatorAuthenticationSchemes.Session)) throw ApiException.Permission("This emulator does not accept sessions");
        Known(request, body, "username", "password");
        var account = authenticator.Find(Text(body, "username"), Text(body, "password"));
        if (account is null)
        {
            request.Warn("Session: The name or the password is wrong.");
            throw ApiException.NotAuthenticated();
        }

        var session = sessions.Open(account);
        request.Caller = account;
        var answer = Answer(session.Verified
            ? new JsonObject { ["uuid"] = Uuid(account) }
            : new JsonObject { [TwoFactorMarker] = true });
        answer.Headers["Set-Cookie"] = SessionStore.Cookies(session);
        return answer;
    }

    private static ApiResponse VerifyOneTimePassword(RequestContext request, Identity identity, JsonObject body)
    {
        Known(request, body, "otp");
        var session = AnySession(identity);
        if (session.Account.Account!.OneTimePassword is { } expected && !Authenticator.Same(Text(body, "otp"), expected))
        {
            request.Warn("Session: The one-time password is wrong.");
            throw ApiException.NotAuthenticated();
        }

        session.Verified = true;
        request.Caller = session.Account;
        return Answer(new JsonObject { ["uuid"] = Uuid(session.Account) });
    }

    private ApiResponse Logout(RequestContext request, Identity identity, JsonObject body)
    {
        Known(request, body);
        sessions.Close(OpenSession(identity));
        var answer = ApiResponse.Empty();
        answer.Headers["Set-Cookie"] = SessionStore.NoCookies();
        return answer;
    }

    private static ApiResponse CheckLogin(RequestContext request, Identity identity, JsonObject body)
    {
        Known(request, body);
        OpenSession(identity);
        return ApiResponse.Empty();
    }

    private static ApiResponse CheckLoginWithUuid(RequestContext request, Identity identity, JsonObject body)
    {
        Known(request, body, "username", "password");
        return Answer(new JsonObject { ["uuid"] = Uuid(OpenSession(identity).Account) });
    }

    private ApiResponse AuthenticateAsynchronous(RequestContext request, Identity identity, JsonObject body)
    {
        Known(request, body);
        if (identity.Account is null) throw identity.Refusal ?? ApiException.NotAuthenticated();
        var answer = Answer([]);
        answer.Headers["Set-Cookie"] = _ticket.Cookie(identity.Account);
        return answer;
    }

    private static Session OpenSession(Identity identity) =>
        identity is { Refusal: null, Session: { } session } ? session : throw identity.Refusal ?? ApiException.NotAuthenticated();

    // Also one whose second factor is missing, but not one with a wrong CSRF token.
    private static Session AnySession(Identity identity) =>
        identity.Session is { } session && identity.Refusal is null or { Status: 401 }
            ? session
            : throw identity.Refusal ?? ApiException.NotAuthenticated();

    private static string Text(JsonObject body, string member) =>
        body[member] is not { } value ? throw ApiException.Validation(ValueReader.RequiredMessage, member)
        : value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>()
        : throw ApiException.Validation("Not a text", member);

    private static void Known(RequestContext request, JsonObject body, params ReadOnlySpan<string> members)
    {
        foreach (var (name, _) in body)
        {
            if (!members.Contains(name)) request.Unknown("member", name);
        }
    }

    private static string Uuid(AccountPartition account) => account.Account!.Uuid.ToString();

    private static ApiResponse Answer(JsonObject body) => ApiResponse.Json(200, writer => body.WriteTo(writer));
}
