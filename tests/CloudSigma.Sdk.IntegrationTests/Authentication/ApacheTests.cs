// Digest against an implementation of somebody else: Apache httpd with mod_auth_digest.
using System.Globalization;
using System.Text.Json.Nodes;

namespace CloudSigma.Sdk.IntegrationTests.Authentication;

public class ApacheTests
{
    private static CloudSigmaClient Connect(ApacheServer apache, CountingHandler handler, string password = ApacheServer.Password) => new(
        new CloudSigmaClientOptions { Endpoint = apache.Endpoint, Credential = CloudSigmaCredential.Digest(ApacheServer.User, password), Retry = new RetryOptions { MaxRetries = 0 } },
        new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan });

    private static async Task<ApacheServer> StartAsync(int nonceLifetime = 300)
    {
        Skip.If(ApacheServer.Missing is not null, ApacheServer.Missing);
        return await ApacheServer.StartAsync(nonceLifetime);
    }

    [SkippableFact]
    public async Task Many_requests_share_one_challenge()
    {
        await using var apache = await StartAsync();
        using var handler = new CountingHandler();
        await using var client = Connect(apache, handler);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => client.SendAsync(HttpMethod.Get, $"item.json?a={i}&b=x%20y"))));
        for (var i = 0; i < 50; i++) Assert.Equal("a", (await client.SendAsync(HttpMethod.Get, "item.json")).GetProperty("name").GetString());

        Assert.Equal((101, 1), (handler.Requests, handler.Refusals));
    }

    [SkippableFact]
    public async Task Bodies_arrive_whole_also_in_the_first_request()
    {
        await using var apache = await StartAsync();
        using var handler = new CountingHandler();
        await using var client = Connect(apache, handler);
        var body = new JsonObject { ["text"] = new string('x', 100_000) };

        await client.SendAsync(HttpMethod.Put, "dav/item.json", body);
        Assert.Equal(body.ToJsonString(), apache.Read("dav/item.json"));
        body["text"] = "short";
        await client.SendAsync(HttpMethod.Put, "dav/item.json", body);
        Assert.Equal(body.ToJsonString(), apache.Read("dav/item.json"));
        Assert.Equal("a", (await client.SendAsync(HttpMethod.Post, "item.json", body)).GetProperty("name").GetString());

        Assert.Equal((4, 1), (handler.Requests, handler.Refusals));
    }

    [SkippableFact]
    public async Task A_wrong_password_is_one_error_after_one_proof()
    {
        await using var apache = await StartAsync();
        using var handler = new CountingHandler();
        await using var client = Connect(apache, handler, "hunter2");

        var error = await Assert.ThrowsAsync<AuthenticationException>(() => client.SendAsync(HttpMethod.Get, "item.json"));

        Assert.Contains("The user name or the password is wrong", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.Equal((2, 2), (handler.Requests, handler.Refusals));
    }

    [SkippableFact]
    public async Task A_nonce_that_has_run_out_is_replaced_unnoticed()
    {
        await using var apache = await StartAsync(nonceLifetime: 1);
        using var handler = new CountingHandler();
        await using var client = Connect(apache, handler);
        await client.SendAsync(HttpMethod.Get, "item.json");
        await WaitOnServerClockAsync(apache, handler.ServerTime.AddSeconds(3));

        await client.SendAsync(HttpMethod.Put, "dav/item.json", new JsonObject { ["a"] = 1 });

        Assert.Equal("""{"a":1}""", apache.Read("dav/item.json"));
        Assert.Equal((4, 2, 1), (handler.Requests, handler.Refusals, handler.StaleNonces));
    }

    /// <summary>The life of a nonce runs on the clock of the server, so that clock is watched.</summary>
    private static async Task WaitOnServerClockAsync(ApacheServer apache, DateTimeOffset moment)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var watch = new HttpClient();
        while (true)
        {
            using var response = await watch.GetAsync(apache.Endpoint, patience.Token);
            if (response.Headers.Date >= moment) return;
            Assert.True(await timer.WaitForNextTickAsync(patience.Token), moment.ToString(CultureInfo.InvariantCulture));
        }
    }
}
