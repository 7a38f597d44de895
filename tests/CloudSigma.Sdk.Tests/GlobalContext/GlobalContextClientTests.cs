using System.Net;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.GlobalContext;

public class GlobalContextClientTests
{
    private const string Secret = "hunter2";

    [Fact]
    public async Task A_map_is_read_and_replaced()
    {
        var handler = new FakeHandler(r => FakeHandler.Json(r.Body ?? """{"a":"1","meta":"x"}"""));
        var context = TestClient.Create(handler).GlobalContext;

        var read = await context.GetAsync();
        var set = await context.SetAsync(new Dictionary<string, string>(read) { ["b"] = "line 1\nline 2" });

        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["meta"] = "x" }, read);
        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["meta"] = "x", ["b"] = "line 1\nline 2" }, set);
        Assert.Equal([("GET", null), ("POST", """{"a":"1","meta":"x","b":"line 1\nline 2"}""")], handler.Requests.Select(static r => (r.Method, r.Body)));
        Assert.All(handler.Requests, static r => Assert.Equal("/api/2.0/global_context/", r.PathAndQuery));
    }

    [Fact]
    public async Task An_empty_map_clears_the_context()
    {
        var handler = new FakeHandler("{}");

        Assert.Empty(await TestClient.Create(handler).GlobalContext.SetAsync(new Dictionary<string, string>()));

        Assert.Equal("{}", Assert.Single(handler.Requests).Body);
    }

    [Fact]
    public async Task A_set_whose_answer_is_lost_is_sent_again()
    {
        var time = new ManualTimeProvider();
        var posts = 0;
        var handler = new FakeHandler(r => ++posts == 1 ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset by peer") : FakeHandler.Json(r.Body!));
        var context = TestClient.Create(handler, o =>
        {
            o.TimeProvider = time;
            o.Retry = new RetryOptions();
        }).GlobalContext;

        var set = context.SetAsync(new Dictionary<string, string> { ["a"] = "1" });
        await time.RunUntilCompletedAsync(set, within: TimeSpan.FromMinutes(1));

        Assert.Equal("1", (await set)["a"]);
        Assert.Equal(2, posts);
    }

    [Theory]
    [InlineData("""{"a":{"b":"hunter2"}}""")]
    [InlineData("""{"a":"hunter2","b":1}""")]
    [InlineData("""["hunter2"]""")]
    [InlineData("null")]
    [InlineData("hunter2")]
    public async Task An_answer_that_is_no_map_is_an_error_that_shows_nothing_of_it(string body)
    {
        var error = await Assert.ThrowsAsync<InvalidResponseException>(() => TestClient.Create(new FakeHandler(body)).GlobalContext.GetAsync());

        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_are_not_logged_whatever_their_keys_are()
    {
        using var log = new RecordingLoggerFactory();
        var client = TestClient.Create(new FakeHandler(r => FakeHandler.Json(r.Body!)), o =>
        {
            o.LoggerFactory = log;
            o.LogBodies = true;
        });

        await client.GlobalContext.SetAsync(new Dictionary<string, string> { ["conf"] = Secret, ["status"] = Secret, ["db"] = Secret });

        Assert.Equal(2, log.Entries.Count(static e => e.Contains("""{"conf":"***","status":"***","db":"***"}""", StringComparison.Ordinal)));
        Assert.DoesNotContain(log.Entries, static e => e.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "v", "empty")]
    [InlineData("k\0", "v", "NUL")]
    [InlineData("k", null, "is null")]
    [InlineData("k", "hunter2\0", "value of the key 'k' has a NUL")]
    public async Task What_cannot_be_sent_is_refused_before_anything_is_sent(string key, string? value, string why)
    {
        var handler = new FakeHandler("{}");

        var error = await Assert.ThrowsAsync<ArgumentException>(() => TestClient.Create(handler).GlobalContext.SetAsync(new Dictionary<string, string> { [key] = value! }));

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task No_map_is_refused() => await Assert.ThrowsAsync<ArgumentNullException>(() => TestClient.Create(new FakeHandler("{}")).GlobalContext.SetAsync(null!));

    [Fact]
    public async Task A_refusal_is_an_error_of_the_api() => await Assert.ThrowsAsync<PermissionDeniedException>(
        () => TestClient.Create(new FakeHandler(_ => FakeHandler.Json("[]", HttpStatusCode.Forbidden))).GlobalContext.GetAsync());
}
