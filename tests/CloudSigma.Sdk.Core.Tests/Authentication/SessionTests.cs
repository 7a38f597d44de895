using System.Net;
using CloudSigma.Sdk.Core.Authentication;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Core.Tests.Authentication;

public static class SessionTests
{
    private static CloudSigmaCredential Credential(string password = "secret", Func<CancellationToken, ValueTask<string>>? code = null) =>
        CloudSigmaCredential.Session("user", password, new SessionOptions { OneTimePassword = code });

    [Fact]
    public static async Task One_login_serves_all_requests_with_cookies_token_and_referer()
    {
        var server = new SessionServer();
        var handler = server.ToHandler();
        var pipeline = AuthenticatedClient.Create(handler, Credential());

        await pipeline.GetAsync();
        await pipeline.PutAsync("b");

        Assert.Equal(["http://127.0.0.1:8010/api/2.0/accounts/action/?do=login", "http://127.0.0.1:8010/api/2.0/items/1/", "http://127.0.0.1:8010/api/2.0/items/1/"], handler.Requests.Select(r => r.Uri.AbsoluteUri));
        Assert.False(handler.Requests[0].Headers.ContainsKey("Cookie"));
        Assert.Equal("csrftoken=csrf-1; sessionid=session-1", handler.Requests[2].Headers["Cookie"]);
        Assert.Equal("csrf-1", handler.Requests[2].Headers["X-CSRFToken"]);
        Assert.Equal("http://127.0.0.1:8010/api/2.0/", handler.Requests[2].Headers["Referer"]);
        Assert.DoesNotContain(handler.Requests, r => r.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public static async Task Many_requests_at_once_log_in_once_and_renew_an_ended_session_once()
    {
        var server = new SessionServer();
        var pipeline = AuthenticatedClient.Create(server.ToHandler(), Credential());
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => pipeline.GetAsync())));
        Assert.Equal(1, server.Logins);

        server.IsOpen = false;
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => i % 2 == 0 ? pipeline.GetAsync() : pipeline.PutAsync("b"))));

        Assert.Equal(2, server.Logins);
    }

    [Fact]
    public static async Task A_refused_csrf_token_is_renewed_once_for_all_requests()
    {
        var server = new SessionServer();
        var pipeline = AuthenticatedClient.Create(server.ToHandler(), Credential());
        await pipeline.PutAsync("a");

        server.Token = "csrf-2";
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => pipeline.PutAsync("b"))));

        Assert.Equal(2, server.Logins);
    }

    [Fact]
    public static async Task A_missing_permission_is_no_ended_session()
    {
        var server = new SessionServer();
        var handler = new FakeHandler(r => r.PathAndQuery.Contains("items/2/", StringComparison.Ordinal) ? SessionServer.Error(HttpStatusCode.Forbidden, "Not yours") : server.Answer(r));
        var pipeline = AuthenticatedClient.Create(handler, Credential());

        var error = await Assert.ThrowsAsync<PermissionDeniedException>(() => pipeline.GetAsync("items/2/"));

        Assert.Equal("Not yours", Assert.Single(error.Errors).Message);
        Assert.Equal(1, server.Logins);
    }

    [Fact]
    public static async Task A_renewed_cookie_is_taken_over()
    {
        var server = new SessionServer();
        var handler = new FakeHandler(r =>
        {
            var response = server.Answer(r);
            if (r.PathAndQuery.Contains("items/", StringComparison.Ordinal)) response.Headers.TryAddWithoutValidation("Set-Cookie", "csrftoken=fresh; Path=/");
            return response;
        });
        var pipeline = AuthenticatedClient.Create(handler, Credential());
        await pipeline.GetAsync();
        await pipeline.GetAsync();

        Assert.Equal("fresh", handler.Requests[^1].Headers["X-CSRFToken"]);
    }

    [Fact]
    public static async Task A_refused_login_is_one_error_and_never_tried_again()
    {
        var server = new SessionServer();
        var pipeline = AuthenticatedClient.Create(server.ToHandler(), Credential("hunter2"));

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Assert.ThrowsAsync<AuthenticationException>(() => pipeline.GetAsync())));
        var later = await Assert.ThrowsAsync<AuthenticationException>(() => pipeline.GetAsync());

        Assert.Equal(1, server.Logins);
        Assert.Contains("(login) answered 401", all[0].Message, StringComparison.Ordinal);
        Assert.Contains("The user name or the password is wrong", all[0].Message, StringComparison.Ordinal);
        Assert.Contains("not tried again", later.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", later.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_login_that_the_network_or_the_server_stopped_is_tried_again()
    {
        var server = new SessionServer();
        var calls = 0;
        var handler = new FakeHandler(r => ++calls switch
        {
            1 => throw new HttpRequestException("broken"),
            2 => SessionServer.Error(HttpStatusCode.ServiceUnavailable, "later"),
            _ => server.Answer(r),
        });
        var pipeline = AuthenticatedClient.Create(handler, Credential());

        Assert.Contains("there is no session", (await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => pipeline.GetAsync())).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => pipeline.GetAsync());
        await pipeline.GetAsync();
    }

    [Fact]
    public static async Task A_session_that_is_refused_at_once_is_not_opened_again_and_again()
    {
        var server = new SessionServer();
        var handler = new FakeHandler(r => r.Query("do") == "login" ? server.Answer(r) : SessionServer.Error(HttpStatusCode.Unauthorized, "no"));
        var pipeline = AuthenticatedClient.Create(handler, Credential());

        for (var i = 0; i < 5; i++) await Assert.ThrowsAsync<AuthenticationException>(() => pipeline.GetAsync());

        Assert.Equal(1, server.Logins);
    }

    [Fact]
    public static async Task A_login_without_a_cookie_is_an_error()
    {
        var handler = new FakeHandler(_ => FakeHandler.Json("{}"));
        var error = await Assert.ThrowsAsync<InvalidResponseException>(() => AuthenticatedClient.Create(handler, Credential()).GetAsync());

        Assert.Contains("no cookie 'sessionid'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"two_factor":true}""", HttpStatusCode.OK)]
    [InlineData("""{"objects":[{"otp_required":"totp"}]}""", HttpStatusCode.Accepted)]
    [InlineData("""[{"error_type":"permission","error_message":"OTP code required","error_point":null}]""", HttpStatusCode.Forbidden)]
    public static async Task A_second_factor_is_asked_for_once_per_login(string answer, HttpStatusCode status)
    {
        var server = new SessionServer { Code = "123456", AskForCode = () => FakeHandler.Json(answer, status) };
        var asked = 0;
        var handler = server.ToHandler();
        var pipeline = AuthenticatedClient.Create(handler, Credential(code: _ =>
        {
            Interlocked.Increment(ref asked);
            return new ValueTask<string>(" 123456\n");
        }));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => pipeline.GetAsync())));

        Assert.Equal((1, 1, 1), (asked, server.Logins, server.Codes));
        Assert.Equal("csrf-1", handler.Requests[1].Headers["X-CSRFToken"]);
    }

    [Fact]
    public static async Task An_account_with_two_factors_and_no_callback_is_refused_by_a_type_of_its_own()
    {
        var server = new SessionServer { Code = "123456" };
        var pipeline = AuthenticatedClient.Create(server.ToHandler(), Credential());

        var error = await Assert.ThrowsAsync<OneTimePasswordRequiredException>(() => pipeline.GetAsync());
        await Assert.ThrowsAsync<AuthenticationException>(() => pipeline.GetAsync());

        Assert.Contains("SessionOptions.OneTimePassword", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Logins);
    }

    [Fact]
    public static async Task A_wrong_code_is_not_tried_again_and_not_shown()
    {
        var server = new SessionServer { Code = "123456" };
        var pipeline = AuthenticatedClient.Create(server.ToHandler(), Credential(code: _ => new ValueTask<string>("999999")));

        var error = await Assert.ThrowsAsync<AuthenticationException>(() => pipeline.GetAsync());
        await Assert.ThrowsAsync<AuthenticationException>(() => pipeline.GetAsync());

        Assert.Contains("The one-time password was refused", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("999999", error.ToString(), StringComparison.Ordinal);
        Assert.Equal((1, 1), (server.Logins, server.Codes));
    }

    [Fact]
    public static async Task A_callback_that_fails_is_named_as_the_cause()
    {
        var server = new SessionServer { Code = "123456" };
        foreach (var code in new Func<CancellationToken, ValueTask<string>>[] { _ => throw new IOException("no phone"), _ => new ValueTask<string>(" ") })
        {
            var error = await Assert.ThrowsAsync<CredentialUnavailableException>(() => AuthenticatedClient.Create(server.ToHandler(), Credential(code: code)).GetAsync());
            Assert.Contains("callback for the one-time password", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public static async Task A_caller_may_leave_while_the_login_goes_on_for_others()
    {
        var server = new SessionServer();
        var release = new TaskCompletionSource();
        var handler = new FakeHandler(async (r, _) =>
        {
            if (r.Query("do") == "login") await release.Task;
            return server.Answer(r);
        });
        var pipeline = AuthenticatedClient.Create(handler, Credential());
        using var cancel = new CancellationTokenSource();
        var first = pipeline.GetAsync(token: cancel.Token);
        var second = pipeline.GetAsync();

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        release.SetResult();
        await second;
        Assert.Equal(1, server.Logins);
    }

    [Fact]
    public static async Task Disposing_logs_out_once_and_only_from_an_open_session()
    {
        var server = new SessionServer();
        var unused = AuthenticatedClient.Create(server.ToHandler(), Credential());
        await unused.DisposeAsync();
        Assert.Equal(0, server.Logouts);

        var pipeline = AuthenticatedClient.Create(server.ToHandler(), Credential());
        await pipeline.GetAsync();
        await pipeline.DisposeAsync();
        await pipeline.DisposeAsync();
        Assert.Equal(1, server.Logouts);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => pipeline.GetAsync());
    }

    [Fact]
    public static async Task A_logout_without_an_answer_is_given_up_after_five_seconds()
    {
        var time = new ManualTimeProvider();
        var server = new SessionServer();
        var begun = new TaskCompletionSource();
        var handler = new FakeHandler(async (r, _) =>
        {
            if (r.Query("do") != "logout") return server.Answer(r);
            begun.SetResult();
            return await new TaskCompletionSource<HttpResponseMessage>().Task;
        });
        var pipeline = AuthenticatedClient.Create(handler, Credential(), time);
        await pipeline.GetAsync();

        var closing = pipeline.DisposeAsync().AsTask();
        await begun.Task;
        Assert.False(closing.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(5));
        await closing;
    }

    [Fact]
    public static async Task A_body_that_can_be_sent_once_goes_only_after_an_idle_session_was_tested()
    {
        var time = new ManualTimeProvider();
        var server = new SessionServer();
        var handler = server.ToHandler();
        await using var sender = new AuthenticatedSender(new HttpClient(handler), AuthenticatedClient.Options(Credential(), time));

        for (var i = 0; i < 3; i++)
        {
            if (i == 2)
            {
                time.Advance(TimeSpan.FromMinutes(6));
                server.IsOpen = false;
            }

            using var response = await sender.SendAsync(HttpMethod.Post, new Uri(AuthenticatedClient.Endpoint, "up/"), () => new StringContent("x"), canReplay: false, null, default);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(
            ["?do=login", "?do=check_login", "up/", "up/", "?do=check_login", "?do=login", "?do=check_login", "up/"],
            handler.Requests.Select(r => r.Uri.Query.Length > 0 ? r.Uri.Query : "up/"));
    }

    [Fact]
    public static async Task Cookies_stay_with_their_client_and_host()
    {
        var server = new SessionServer();
        var handler = server.ToHandler();
        var sender = AuthenticatedClient.CreateSender(handler, Credential());
        (await sender.SendAsync(ApiRequest.Get("items-get", "items/1/"), default)).Dispose();
        using var refused = await sender.SendAsync(HttpMethod.Get, new Uri("http://evil.example/api/2.0/items/"), null, true, null, default);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.DoesNotContain(handler.Requests[^1].Headers.Keys, k => k is "Cookie" or "X-CSRFToken" or "Referer");

        await AuthenticatedClient.Create(handler, Credential()).GetAsync();
        Assert.Equal(2, server.Logins);
    }

    [Fact]
    public static void Cookies_that_could_break_a_header_are_left_out()
    {
        var jar = new CookieJar();
        using var response = new HttpResponseMessage();
        foreach (var cookie in new[] { "a=1; Path=/", "b", "=c", "d=x y", "e=\u00e9", "f=2", "f=; Max-Age=0", "g=3; Max-Age=0", "a=4" })
            response.Headers.TryAddWithoutValidation("Set-Cookie", cookie);

        Assert.True(jar.Take(response));
        Assert.Equal("a=4", jar.ToHeader());
    }
}
