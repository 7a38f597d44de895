// A server with logins: sessions that tests can end, CSRF tokens, a second factor.
using System.Globalization;
using System.Net;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Core.Tests.Authentication;

internal sealed class SessionServer
{
    private readonly object _gate = new();
    private int _sessions;
    private bool _isVerified;

    public string Password { get; set; } = "secret";

    public string? Code { get; set; }

    /// <value>How the login asks for the second factor.</value>
    public Func<HttpResponseMessage>? AskForCode { get; set; }

    public bool IsOpen { get; set; }

    public int Logins { get; private set; }

    public int Logouts { get; private set; }

    public int Codes { get; private set; }

    public FakeHandler ToHandler() => new(Answer);

    public HttpResponseMessage Answer(FakeRequest request)
    {
        lock (_gate)
        {
            switch (request.Query("do"))
            {
                case "login":
                    Logins++;
                    if (request.Body != $$"""{"username":"user","password":"{{Password}}"}""") return Error(HttpStatusCode.Unauthorized, "Wrong data");
                    _sessions++;
                    IsOpen = true;
                    _isVerified = Code is null;
                    return WithCookies(Code is null ? FakeHandler.Text("", "text/html") : AskForCode?.Invoke() ?? FakeHandler.Json("""{"two_factor":true}"""));
                case "verify_otp":
                    Codes++;
                    _isVerified = IsKnown(request) && request.Body == $$"""{"otp":"{{Code}}"}""";
                    return _isVerified ? WithCookies(FakeHandler.Json("{}")) : Error(HttpStatusCode.Unauthorized, "Wrong code");
                case "logout":
                    Logouts++;
                    IsOpen = false;
                    return FakeHandler.Text("", "text/html");
            }

            if (!IsKnown(request) || !_isVerified) return Error(HttpStatusCode.Unauthorized, "Authentication needed");
            return request.Method == "GET" || request.Headers.GetValueOrDefault("X-CSRFToken") == Token
                ? FakeHandler.Json("""{"name":"a"}""")
                : Error(HttpStatusCode.Forbidden, "CSRF Failed: CSRF token missing or incorrect.");
        }
    }

    public string Token { get; set; } = "csrf-1";

    private string SessionId => string.Create(CultureInfo.InvariantCulture, $"session-{_sessions}");

    public static HttpResponseMessage Error(HttpStatusCode status, string message) =>
        FakeHandler.Json($$"""[{"error_type":"permission","error_message":"{{message}}","error_point":null}]""", status);

    private bool IsKnown(FakeRequest request) => IsOpen
        && request.Headers.GetValueOrDefault("Cookie")?.Split("; ").Contains($"sessionid={SessionId}") == true
        && request.Headers.GetValueOrDefault("Referer") == "http://127.0.0.1:8010/api/2.0/";

    private HttpResponseMessage WithCookies(HttpResponseMessage response)
    {
        response.Headers.TryAddWithoutValidation("Set-Cookie", $"csrftoken={Token}; expires=Fri, 19-Nov-2027 12:00:00 GMT; Max-Age=31449600; Path=/");
        response.Headers.TryAddWithoutValidation("Set-Cookie", $"sessionid={SessionId}; HttpOnly; Max-Age=1209600; Path=/");
        return response;
    }
}
