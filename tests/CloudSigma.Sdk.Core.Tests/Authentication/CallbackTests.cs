using System.Net;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Core.Tests.Authentication;

public static class CallbackTests
{
    [Fact]
    public static async Task A_changed_secret_is_asked_for_once_per_burst_of_refusals()
    {
        var (secret, asked) = ("one", 0);
        var handler = new FakeHandler(r => r.Headers["Authorization"] == "Bearer " + secret ? FakeHandler.Json("{}") : DigestServer.Refusal());
        var pipeline = AuthenticatedClient.Create(handler, CloudSigmaCredential.FromCallback(_ =>
        {
            Interlocked.Increment(ref asked);
            return new ValueTask<CloudSigmaCredential>(CloudSigmaCredential.Bearer(secret));
        }));

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => pipeline.GetAsync())));
        Assert.Equal(1, asked);
        secret = "two";
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => pipeline.GetAsync())));
        Assert.Equal(2, asked);
    }

    [Fact]
    public static async Task The_same_credential_again_lets_the_refusal_stand()
    {
        var asked = 0;
        var credential = CloudSigmaCredential.Basic("user", "hunter2");
        var handler = new FakeHandler(_ => DigestServer.Refusal());
        var pipeline = AuthenticatedClient.Create(handler, CloudSigmaCredential.FromCallback(_ =>
        {
            Interlocked.Increment(ref asked);
            return new ValueTask<CloudSigmaCredential>(credential);
        }));

        var error = await Assert.ThrowsAsync<AuthenticationException>(() => pipeline.GetAsync());

        Assert.Contains("asked again", error.Message, StringComparison.Ordinal);
        Assert.Equal((1, 2), (handler.Requests.Count, asked));
    }

    [Fact]
    public static async Task Ever_new_credentials_that_are_refused_come_to_an_end()
    {
        var asked = 0;
        var handler = new FakeHandler(_ => DigestServer.Refusal());
        var pipeline = AuthenticatedClient.Create(handler, CloudSigmaCredential.FromCallback(_ => new ValueTask<CloudSigmaCredential>(CloudSigmaCredential.Bearer($"t{asked++}"))));

        await Assert.ThrowsAsync<AuthenticationException>(() => pipeline.GetAsync());

        Assert.Equal(3, handler.Requests.Count);
    }

    [Fact]
    public static async Task A_password_of_digest_that_has_changed_needs_no_other_challenge()
    {
        var server = new DigestServer { Password = "one" };
        var handler = server.ToHandler();
        var password = "old";
        var pipeline = AuthenticatedClient.Create(handler, CloudSigmaCredential.FromCallback(_ =>
        {
            var credential = CloudSigmaCredential.Digest("user", password);
            password = "one";
            return new ValueTask<CloudSigmaCredential>(credential);
        }));

        await pipeline.GetAsync();

        Assert.Equal((3, 1), (handler.Requests.Count, server.WrongProofs));
    }

    [Fact]
    public static async Task A_login_that_is_refused_asks_for_the_new_password()
    {
        var server = new SessionServer { Password = "one" };
        var password = "old";
        var pipeline = AuthenticatedClient.Create(server.ToHandler(), CloudSigmaCredential.FromCallback(_ =>
        {
            var credential = CloudSigmaCredential.Session("user", password);
            password = "one";
            return new ValueTask<CloudSigmaCredential>(credential);
        }));

        await pipeline.GetAsync();
        await pipeline.DisposeAsync();

        Assert.Equal((2, 1), (server.Logins, server.Logouts));
    }

    [Fact]
    public static async Task A_callback_that_fails_or_gives_nothing_usable_is_an_error_that_says_so()
    {
        foreach (var callback in new Func<CancellationToken, ValueTask<CloudSigmaCredential>>[]
        {
            _ => throw new HttpRequestException("vault is down"),
            _ => new ValueTask<CloudSigmaCredential>((CloudSigmaCredential)null!),
            _ => new ValueTask<CloudSigmaCredential>(CloudSigmaCredential.FromCallback(_ => throw new InvalidOperationException())),
        })
        {
            var error = await Assert.ThrowsAsync<CredentialUnavailableException>(() =>
                AuthenticatedClient.Create(new FakeHandler("{}"), CloudSigmaCredential.FromCallback(callback)).GetAsync());
            Assert.Contains("callback of the credential", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public static async Task A_refusal_without_proof_of_identity_stays_what_it_is()
    {
        var handler = new FakeHandler(_ => SessionServer.Error(HttpStatusCode.Forbidden, "Not yours"));
        var asked = 0;
        await Assert.ThrowsAsync<PermissionDeniedException>(() => AuthenticatedClient.Create(handler, CloudSigmaCredential.FromCallback(_ =>
        {
            asked++;
            return new ValueTask<CloudSigmaCredential>(CloudSigmaCredential.Bearer("t"));
        })).GetAsync());

        Assert.Equal(1, asked);
    }
}
