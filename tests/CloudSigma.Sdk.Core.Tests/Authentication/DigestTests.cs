using System.Net;
using CloudSigma.Sdk.Core.Authentication;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Core.Tests.Authentication;

public static class DigestTests
{
    private static CloudSigmaCredential Credential(string password = "secret", bool basic = false) =>
        CloudSigmaCredential.Digest("user", password, new DigestOptions { AllowBasicFallback = basic });

    [Theory]
    [InlineData("MD5", "auth")]
    [InlineData("MD5", null)]
    [InlineData("MD5-sess", "auth")]
    [InlineData("SHA-256", "auth,auth-int")]
    [InlineData("SHA-256-sess", "auth")]
    public static async Task After_the_first_challenge_every_request_is_one_round_trip(string algorithm, string? qop)
    {
        var server = new DigestServer { Algorithm = algorithm, Qop = qop };
        var handler = server.ToHandler();
        var pipeline = AuthenticatedClient.Create(handler, Credential());

        for (var i = 0; i < 10; i++) await pipeline.GetAsync($"items/{i}/?limit=0&name=a%20b");
        await pipeline.PutAsync("b");

        Assert.Equal((12, 1, 0), (handler.Requests.Count, server.Challenges, server.WrongProofs));
        Assert.Equal("""{"name":"b"}""", handler.Requests[^1].Body);
    }

    [Fact]
    public static async Task A_first_request_with_a_body_sends_it_again_with_the_proof()
    {
        var handler = new DigestServer().ToHandler();
        await AuthenticatedClient.Create(handler, Credential()).PutAsync("b");

        Assert.Equal(["""{"name":"b"}""", """{"name":"b"}"""], handler.Requests.Select(r => r.Body));
    }

    [Fact]
    public static async Task A_body_that_can_be_sent_once_waits_for_the_challenge()
    {
        var handler = new DigestServer().ToHandler();
        await using var sender = new AuthenticatedSender(new HttpClient(handler), AuthenticatedClient.Options(Credential()));
        var made = 0;

        using var response = await sender.SendAsync(HttpMethod.Post, new Uri(AuthenticatedClient.Endpoint, "drives/upload/"), Content, canReplay: false, null, default);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["GET", "GET", "POST"], handler.Requests.Select(r => r.Method));
        Assert.Equal(1, made);

        HttpContent Content()
        {
            made++;
            return new StringContent("bytes");
        }
    }

    [Fact]
    public static async Task A_hundred_requests_at_once_share_one_challenge()
    {
        var server = new DigestServer();
        var handler = server.ToHandler();
        var pipeline = AuthenticatedClient.Create(handler, Credential());

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => pipeline.GetAsync($"items/{i}/"))));

        Assert.Equal((101, 1, 0), (handler.Requests.Count, server.Challenges, server.WrongProofs));
    }

    [Fact]
    public static async Task A_hundred_requests_at_once_try_a_wrong_password_once()
    {
        var server = new DigestServer();
        var first = new TaskCompletionSource();
        var handler = new FakeHandler(async (request, _) =>
        {
            if (!request.Headers.ContainsKey("Authorization")) await first.Task;
            return server.ToHandler() is var inner ? await new HttpMessageInvoker(inner).SendAsync(ToMessage(request), default) : null!;
        });
        var pipeline = AuthenticatedClient.Create(handler, Credential("wrong"));

        var all = Enumerable.Range(0, 100).Select(_ => pipeline.GetAsync()).ToList();
        first.SetResult();
        foreach (var task in all) Assert.Contains("password is wrong", (await Assert.ThrowsAsync<AuthenticationException>(() => task)).Message, StringComparison.Ordinal);

        Assert.Equal((2, 1), (handler.Requests.Count, server.WrongProofs));
    }

    [Fact]
    public static async Task A_proof_on_its_way_for_the_first_time_is_not_tried_by_later_requests()
    {
        var server = new DigestServer();
        var inner = new HttpMessageInvoker(server.ToHandler());
        var (proven, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var handler = new FakeHandler(async (request, token) =>
        {
            if (request.Headers.ContainsKey("Authorization") && proven.TrySetResult()) await release.Task;
            return await inner.SendAsync(ToMessage(request), token);
        });
        var pipeline = AuthenticatedClient.Create(handler, Credential("wrong"));
        var first = pipeline.GetAsync();
        await proven.Task;
        var second = pipeline.GetAsync();
        release.SetResult();

        await Assert.ThrowsAsync<AuthenticationException>(() => first);
        await Assert.ThrowsAsync<AuthenticationException>(() => second);
        Assert.Equal(1, server.WrongProofs);
    }

    [Fact]
    public static async Task Waiting_for_the_challenge_of_another_request_can_be_cancelled_and_has_an_end()
    {
        var time = new ManualTimeProvider();
        var server = new DigestServer();
        var inner = new HttpMessageInvoker(server.ToHandler());
        var first = true;
        var handler = new FakeHandler(async (request, token) =>
        {
            if (first)
            {
                first = false;
                await Task.Delay(Timeout.Infinite, token);
            }

            return await inner.SendAsync(ToMessage(request), token);
        });
        var pipeline = AuthenticatedClient.Create(handler, Credential(), time);
        using var cancel = new CancellationTokenSource();
        var stuck = pipeline.GetAsync();
        var impatient = pipeline.GetAsync(token: cancel.Token);
        var patient = pipeline.GetAsync();

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Assert.Single(handler.Requests);
        time.Advance(TimeSpan.FromSeconds(30));
        await patient;
        await pipeline.GetAsync();
        time.Advance(TimeSpan.FromSeconds(70));
        await Assert.ThrowsAsync<CloudSigmaTimeoutException>(() => stuck);
    }

    [Fact]
    public static async Task When_the_first_request_fails_the_next_fetches_the_challenge()
    {
        var server = new DigestServer();
        var inner = new HttpMessageInvoker(server.ToHandler());
        var calls = 0;
        var handler = new FakeHandler(async (request, token) => Interlocked.Increment(ref calls) == 1
            ? throw new HttpRequestException("broken")
            : await inner.SendAsync(ToMessage(request), token));
        var pipeline = AuthenticatedClient.Create(handler, Credential());

        await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => pipeline.GetAsync());
        await pipeline.GetAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public static async Task A_nonce_that_has_run_out_is_replaced_unnoticed(bool saysStale)
    {
        var server = new DigestServer { NonceUses = 5, SaysStale = saysStale };
        var handler = server.ToHandler();
        var pipeline = AuthenticatedClient.Create(handler, Credential());

        for (var i = 0; i < 12; i++) await pipeline.GetAsync();

        Assert.Equal((15, 3), (handler.Requests.Count, server.Challenges));
    }

    [Fact]
    public static async Task Nonces_may_run_out_under_many_requests_at_once()
    {
        var server = new DigestServer { NonceUses = 60, Algorithm = "SHA-256" };
        var handler = server.ToHandler();
        var pipeline = AuthenticatedClient.Create(handler, Credential());

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => pipeline.GetAsync())));

        Assert.Equal(0, server.WrongProofs);
    }

    [Fact]
    public static async Task A_wrong_password_is_one_error_after_one_proof()
    {
        var server = new DigestServer();
        var handler = server.ToHandler();

        var error = await Assert.ThrowsAsync<AuthenticationException>(() => AuthenticatedClient.Create(handler, Credential("hunter2")).GetAsync());

        Assert.Contains("GET http://127.0.0.1:8010/api/2.0/items/1/ answered 401", error.Message, StringComparison.Ordinal);
        Assert.Contains("The user name or the password is wrong", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("items-get", error.OperationId);
        Assert.Equal((2, 1), (handler.Requests.Count, server.WrongProofs));
    }

    [Fact]
    public static async Task A_server_that_challenges_for_ever_is_given_up()
    {
        var nonce = 0;
        var handler = new FakeHandler(_ => DigestServer.Refusal($"Digest realm=\"r\", nonce=\"{nonce++}\", qop=\"auth\", stale=true"));

        var error = await Assert.ThrowsAsync<AuthenticationException>(() => AuthenticatedClient.Create(handler, Credential()).GetAsync());

        Assert.Contains("asked for other proof 3 times", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, handler.Requests.Count);
    }

    [Fact]
    public static async Task The_strongest_challenge_wins_wherever_it_stands()
    {
        var handler = new FakeHandler(request => request.Headers.ContainsKey("Authorization")
            ? FakeHandler.Json("{}")
            : DigestServer.Refusal("Basic realm=\"r\", Digest realm=\"r\", nonce=\"1\", qop=\"auth\", algorithm=MD5", "Digest realm=\"r\", nonce=\"2\", algorithm=SHA-512-256", "Digest realm=\"r\", nonce=\"3\", qop=\"auth\", algorithm=SHA-256, Digest realm=\"r\", nonce=\"4\", qop=\"auth-int\", algorithm=SHA-256-sess"));

        await AuthenticatedClient.Create(handler, Credential(basic: true)).GetAsync();

        Assert.Contains("nonce=\"3\"", handler.Requests[1].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Basic_is_used_only_when_it_is_allowed()
    {
        var handler = new FakeHandler(request => request.Headers.TryGetValue("Authorization", out var proof) && proof == "Basic dXNlcjpzZWNyZXQ="
            ? FakeHandler.Json("{}")
            : DigestServer.Refusal("Basic realm=\"r\""));

        var error = await Assert.ThrowsAsync<AuthenticationException>(() => AuthenticatedClient.Create(handler, Credential()).GetAsync());
        Assert.Contains("The server offers Basic,", error.Message, StringComparison.Ordinal);
        Assert.Contains("AllowBasicFallback", error.Message, StringComparison.Ordinal);
        Assert.Single(handler.Requests);

        var pipeline = AuthenticatedClient.Create(handler, Credential(basic: true));
        await pipeline.GetAsync();
        await pipeline.GetAsync();
        Assert.Equal(4, handler.Requests.Count);

        await Assert.ThrowsAsync<AuthenticationException>(() => AuthenticatedClient.Create(handler, Credential("x", basic: true)).GetAsync());
        Assert.Equal(6, handler.Requests.Count);
    }

    [Fact]
    public static async Task Integrity_protection_alone_is_refused_with_its_name()
    {
        var handler = new FakeHandler(_ => DigestServer.Refusal("Digest realm=\"r\", nonce=\"1\", qop=\"auth-int\""));
        var error = await Assert.ThrowsAsync<AuthenticationException>(() => AuthenticatedClient.Create(handler, Credential()).GetAsync());

        Assert.Contains("Digest (its quality of protection 'auth-int' is not supported, only 'auth' is)", error.Message, StringComparison.Ordinal);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public static async Task A_hashed_name_and_one_beyond_ASCII_are_understood()
    {
        foreach (var hashed in new[] { false, true })
        {
            var server = new DigestServer { User = "jäsøn", Password = "pässwörd🔑", Algorithm = "SHA-256", UserHash = hashed };
            await AuthenticatedClient.Create(server.ToHandler(), CloudSigmaCredential.Digest("jäsøn", "pässwörd🔑")).GetAsync();
            Assert.Equal(0, server.WrongProofs);
        }
    }

    [Fact]
    public static async Task A_nonce_given_in_advance_is_used_next()
    {
        var server = new DigestServer { Algorithm = "SHA-256" };
        server.Info = (proof, count) => $"nextnonce=\"{server.NextNonce()}\", qop=auth, rspauth=\"{proof}\", cnonce=\"x\", nc={count}";
        var handler = server.ToHandler();
        var pipeline = AuthenticatedClient.Create(handler, Credential());

        for (var i = 0; i < 4; i++) await pipeline.GetAsync();

        Assert.Equal((5, 1), (handler.Requests.Count, server.Challenges));
        Assert.All(handler.Requests.Skip(1), r => Assert.Contains("nc=00000001", r.Headers["Authorization"], StringComparison.Ordinal));
    }

    [Fact]
    public static async Task The_key_of_a_session_algorithm_stays_with_its_nonce()
    {
        var server = new DigestServer { Algorithm = "SHA-256-sess", Info = (proof, count) => $"nextnonce=\"other\", rspauth=\"{proof}\", nc={count}" };
        var handler = server.ToHandler();
        var pipeline = AuthenticatedClient.Create(handler, Credential());

        for (var i = 0; i < 4; i++) await pipeline.GetAsync();

        Assert.Equal((5, 1), (handler.Requests.Count, server.Challenges));
    }

    [Fact]
    public static async Task A_server_that_does_not_know_the_password_is_not_believed()
    {
        var server = new DigestServer { Info = (_, _) => "rspauth=\"0123456789abcdef0123456789abcdef\"" };

        var error = await Assert.ThrowsAsync<AuthenticationException>(() => AuthenticatedClient.Create(server.ToHandler(), Credential()).GetAsync());

        Assert.Contains("could not prove", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task An_open_server_is_not_asked_for_a_challenge_again()
    {
        var release = new TaskCompletionSource();
        var handler = new FakeHandler(async (request, _) =>
        {
            if (request.PathAndQuery.Contains("slow", StringComparison.Ordinal)) await release.Task;
            return FakeHandler.Json("{}");
        });
        var pipeline = AuthenticatedClient.Create(handler, Credential());
        await pipeline.GetAsync();

        var slow = pipeline.GetAsync("slow/");
        await pipeline.GetAsync("quick/");
        release.SetResult();
        await slow;
    }

    [Fact]
    public static async Task Another_host_gets_no_proof_and_its_challenge_no_answer()
    {
        var server = new DigestServer();
        var handler = server.ToHandler();
        var sender = AuthenticatedClient.CreateSender(handler, Credential());
        (await sender.SendAsync(ApiRequest.Get("items-get", "items/1/"), default)).Dispose();

        foreach (var other in new[] { "http://evil.example/api/2.0/items/", "http://127.0.0.1:8011/api/2.0/items/", "https://127.0.0.1:8010/api/2.0/items/" })
        {
            using var refused = await sender.SendAsync(HttpMethod.Get, new Uri(other), null, true, null, default);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.False(handler.Requests[^1].Headers.ContainsKey("Authorization"));
            Assert.Equal(other, handler.Requests[^1].Uri.AbsoluteUri);
        }

        Assert.Equal(5, handler.Requests.Count);
    }

    private static HttpRequestMessage ToMessage(FakeRequest request)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Uri);
        foreach (var (name, value) in request.Headers) message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }
}
