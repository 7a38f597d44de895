using System.Net;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Core.Tests.Resilience;

public class RetryTests
{
    private const string Item = """{"name":"a"}""";

    private readonly ManualTimeProvider _time = new();
    private readonly List<TimeSpan> _tries = [];
    private readonly DateTimeOffset _start;

    public RetryTests() => _start = _time.GetUtcNow();

    private ApiPipeline Pipeline(Func<int, HttpResponseMessage> answer, Func<ApiPipelineOptions, ApiPipelineOptions>? change = null) =>
        Pipeline((n, _) => Task.FromResult(answer(n)), change);

    private ApiPipeline Pipeline(Func<int, CancellationToken, Task<HttpResponseMessage>> answer, Func<ApiPipelineOptions, ApiPipelineOptions>? change = null)
    {
        var handler = new FakeHandler((_, token) =>
        {
            _tries.Add(_time.GetUtcNow() - _start);
            return answer(_tries.Count, token);
        });
        var options = new ApiPipelineOptions { Endpoint = new Uri("http://127.0.0.1:8010/api/"), TimeProvider = _time, Randomizer = static () => 0.5 };
        return new ApiPipeline(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }, change?.Invoke(options) ?? options);
    }

    private async Task<T> RunAsync<T>(Task<T> task, int withinSeconds = 90)
    {
        // The timeouts of a try (100 seconds) and of the call (ten minutes) are left alone unless a test is about them.
        await _time.RunUntilCompletedAsync(task, within: TimeSpan.FromSeconds(withinSeconds));
        return await task;
    }

    private async Task RunAsync(Task task)
    {
        await _time.RunUntilCompletedAsync(task, within: TimeSpan.FromSeconds(90));
        await task;
    }

    private Task<TestItem> SendAsync(ApiPipeline pipeline, ApiRequest request, int withinSeconds = 90) =>
        RunAsync(pipeline.SendAsync(request, TestJson.Context.TestItem, default), withinSeconds);

    private static ApiRequest Request(string kind) => kind switch
    {
        "GET" => ApiRequest.Get("items-get", "items/1/"),
        "PUT" => ApiRequest.Put("items-update", "items/1/", new TestItem(), TestJson.Context.TestItem),
        "DELETE" => ApiRequest.Delete("items-delete", "items/1/"),
        "bulk" => ApiRequest.Delete("items-delete-bulk", "items/", new TestItem(), TestJson.Context.TestItem),
        "action" => ApiRequest.Post("items-start", "items/1/action/?do=start", RequestSafety.RepeatableAction),
        "create" => ApiRequest.Post("items-create", "items/"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static HttpResponseMessage Fail(string failure) => failure switch
    {
        "refused" => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
        "reset" => throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset"),
        "concurrency" => ItemServer.Status(HttpStatusCode.ServiceUnavailable, """[{"error_type":"concurrency","error_message":"busy","error_point":null}]"""),
        _ => ItemServer.Status((HttpStatusCode)int.Parse(failure, System.Globalization.CultureInfo.InvariantCulture), "[]"),
    };

    // The table of docs/resilience.md.
    [Theory]
    [InlineData("refused", "GET PUT DELETE bulk action create")]
    [InlineData("reset", "GET PUT DELETE bulk")]
    [InlineData("408", "GET PUT DELETE bulk")]
    [InlineData("429", "GET PUT DELETE bulk action")]
    [InlineData("500", "GET PUT DELETE bulk")]
    [InlineData("502", "GET PUT DELETE bulk")]
    [InlineData("503", "GET PUT DELETE bulk action")]
    [InlineData("504", "GET PUT DELETE bulk")]
    [InlineData("concurrency", "GET PUT DELETE bulk action")]
    [InlineData("400", "")]
    [InlineData("401", "")]
    [InlineData("402", "")]
    [InlineData("403", "")]
    [InlineData("404", "")]
    [InlineData("501", "")]
    public async Task Only_what_is_safe_is_sent_again(string failure, string retried)
    {
        foreach (var kind in new[] { "GET", "PUT", "DELETE", "bulk", "action", "create" })
        {
            _tries.Clear();
            var pipeline = Pipeline(n => n == 1 ? Fail(failure) : FakeHandler.Json(Item));
            var send = SendAsync(pipeline, Request(kind));
            if (retried.Split(' ').Contains(kind))
            {
                Assert.Equal("a", (await send).Name);
                Assert.Equal(2, _tries.Count);
            }
            else
            {
                Assert.Equal(0, (await Assert.ThrowsAnyAsync<CloudSigmaException>(() => send)).Retries);
                Assert.Single(_tries);
            }
        }
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_asked_for_again_when_that_is_safe()
    {
        HttpResponseMessage Answer(int n) => n == 1 ? FakeHandler.Body(new BrokenStream("{\"na"u8.ToArray(), new IOException("reset"))) : FakeHandler.Json(Item);

        Assert.Equal("a", (await SendAsync(Pipeline(Answer), Request("GET"))).Name);
        _tries.Clear();
        await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => SendAsync(Pipeline(Answer), Request("create")));
        Assert.Single(_tries);
    }

    [Fact]
    public async Task Waits_grow_and_the_last_error_is_told()
    {
        var error = await Assert.ThrowsAsync<ServiceUnavailableException>(() => SendAsync(Pipeline(_ => Fail("503")), Request("GET")));

        Assert.Equal(4, _tries.Count);
        Assert.Equal(3, error.Retries);
        var gaps = _tries.Zip(_tries.Skip(1), static (a, b) => b - a).ToList();
        Assert.Equal(gaps.Order(), gaps);
        Assert.InRange(gaps[0], TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task What_the_server_asks_for_wins_over_the_backoff()
    {
        var pipeline = Pipeline(n =>
        {
            if (n > 2) return FakeHandler.Json(Item);
            var response = Fail("429");
            response.Headers.TryAddWithoutValidation("Retry-After", n == 1 ? "17" : _time.GetUtcNow().AddSeconds(40).ToString("R"));
            return response;
        });

        await SendAsync(pipeline, Request("GET"));

        Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(57)], _tries.Select(t => TimeSpan.FromSeconds(Math.Round(t.TotalSeconds))));
    }

    [Theory]
    [InlineData("31536000")]
    [InlineData("Fri, 31 Dec 2100 23:59:59 GMT")]
    public async Task A_wait_longer_than_allowed_is_not_waited_for_but_told(string retryAfter)
    {
        var pipeline = Pipeline(_ =>
        {
            var response = Fail("429");
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return response;
        });

        var error = await Assert.ThrowsAsync<RateLimitedException>(() => SendAsync(pipeline, Request("GET")));

        Assert.Single(_tries);
        Assert.True(error.RetryAfter > TimeSpan.FromDays(300));
    }

    [Fact]
    public async Task A_date_in_the_past_means_at_once()
    {
        var pipeline = Pipeline(n =>
        {
            if (n > 1) return FakeHandler.Json(Item);
            var response = Fail("503");
            response.Headers.TryAddWithoutValidation("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT");
            return response;
        });

        await SendAsync(pipeline, Request("GET"));

        Assert.Equal([TimeSpan.Zero, TimeSpan.Zero], _tries);
    }

    [Theory]
    [InlineData(-365)]
    [InlineData(365)]
    public async Task A_jump_of_the_wall_clock_neither_ends_nor_lengthens_a_wait(int days)
    {
        var pipeline = Pipeline(n =>
        {
            if (n > 1) return FakeHandler.Json(Item);
            var response = Fail("503");
            response.Headers.TryAddWithoutValidation("Retry-After", "10");
            return response;
        });
        var begin = _time.GetTimestamp();

        var send = pipeline.SendAsync(Request("GET"), TestJson.Context.TestItem, default);
        _time.JumpWallClock(TimeSpan.FromDays(days));
        await RunAsync(send);

        Assert.Equal(TimeSpan.FromSeconds(10), _time.GetElapsedTime(begin));
    }

    [Fact]
    public async Task Retried_delete_treats_not_found_as_done()
    {
        await RunAsync(Pipeline(n => n == 1 ? Fail("502") : Fail("404")).SendAsync(Request("DELETE"), default));
        Assert.Equal(2, _tries.Count);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => RunAsync(Pipeline(_ => Fail("404")).SendAsync(Request("DELETE"), default)));
    }

    [Fact]
    public async Task A_failed_answer_is_disposed_before_the_next_try()
    {
        var bodies = new List<MemoryStream>();
        var pipeline = Pipeline(n =>
        {
            Assert.All(bodies, b => Assert.False(b.CanRead));
            if (n == 3) return FakeHandler.Json(Item);
            bodies.Add(new MemoryStream("[]"u8.ToArray()));
            return FakeHandler.Body(bodies[^1], status: HttpStatusCode.BadGateway);
        });

        await SendAsync(pipeline, Request("GET"));

        Assert.Equal(2, bodies.Count);
    }

    [Fact]
    public async Task A_try_that_takes_too_long_is_repeated_and_a_create_is_not()
    {
        async Task<HttpResponseMessage> Answer(int n, CancellationToken token)
        {
            if (n == 1) await Task.Delay(Timeout.Infinite, token);
            return FakeHandler.Json(Item);
        }

        await SendAsync(Pipeline(Answer), Request("GET"), withinSeconds: 200);
        Assert.True(_tries[1] >= TimeSpan.FromSeconds(100));

        _tries.Clear();
        var error = await Assert.ThrowsAsync<CloudSigmaTimeoutException>(() => SendAsync(Pipeline(Answer), Request("create"), withinSeconds: 200));
        Assert.Contains("100 seconds", error.Message, StringComparison.Ordinal);
        Assert.Single(_tries);
    }

    [Fact]
    public async Task All_tries_together_end_at_the_total_timeout()
    {
        var pipeline = Pipeline(
            async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return FakeHandler.Json(Item);
            },
            o => o with { TotalTimeout = TimeSpan.FromSeconds(150) });

        var error = await Assert.ThrowsAsync<CloudSigmaTimeoutException>(() => SendAsync(pipeline, Request("GET"), withinSeconds: 200));

        Assert.Contains("150 seconds", error.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(150), _time.GetUtcNow() - _start);
    }

    [Fact]
    public async Task A_caller_who_cancels_while_waiting_gets_a_cancellation()
    {
        using var source = new CancellationTokenSource();
        var send = Pipeline(_ => Fail("503")).SendAsync(Request("GET"), TestJson.Context.TestItem, source.Token);
        Assert.False(send.IsCompleted);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);
    }

    [Fact]
    public async Task Retries_can_be_turned_off_and_the_rules_replaced()
    {
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => SendAsync(Pipeline(_ => Fail("503"), o => o with { Retry = new RetryOptions { MaxRetries = 0 } }), Request("GET")));
        Assert.Single(_tries);

        _tries.Clear();
        var seen = new List<RetryArguments>();
        bool Rule(RetryArguments arguments)
        {
            seen.Add(arguments);
            return arguments.Error is ResourceNotFoundException;
        }

        await SendAsync(Pipeline(n => n == 1 ? Fail("404") : FakeHandler.Json(Item), o => o with { Retry = new RetryOptions { ShouldRetry = Rule } }), Request("GET"));
        Assert.Equal(2, _tries.Count);
        Assert.Equal(("items-get", RequestSafety.Idempotent, 0, false), (seen[0].OperationId, seen[0].Safety, seen[0].Retries, seen[0].IsRetriedByDefault));
    }

    [Fact]
    public async Task A_cloud_in_trouble_is_not_buried_under_retries()
    {
        var pipeline = Pipeline(_ => Fail("503"), o => o with { Retry = new RetryOptions { BudgetCapacity = 5 } });

        for (var i = 0; i < 10; i++) await Assert.ThrowsAsync<ServiceUnavailableException>(() => SendAsync(pipeline, Request("GET")));

        Assert.Equal(10 + 5, _tries.Count);
    }

    [Fact]
    public void Successes_earn_retries_back()
    {
        var budget = new CloudSigma.Sdk.Core.Resilience.RetryBudget(capacity: 2, refill: 0.5);

        Assert.True(budget.TryTake() && budget.TryTake());
        Assert.False(budget.TryTake());
        budget.AddSuccess();
        Assert.False(budget.TryTake());
        budget.AddSuccess();
        Assert.True(budget.TryTake());
        for (var i = 0; i < 100; i++) budget.AddSuccess();
        Assert.True(budget.TryTake() && budget.TryTake());
        Assert.False(budget.TryTake());
        Assert.True(new CloudSigma.Sdk.Core.Resilience.RetryBudget(0, 0).TryTake());
    }

    [Fact]
    public async Task A_page_of_a_list_is_asked_for_again()
    {
        var server = new ItemServer(250);
        var failures = 0;
        server.Answer = (r, _) => Task.FromResult(r.Offset > 0 && failures++ < 2 ? Fail("502") : FakeHandler.Json(server.Page(r)));

        var all = server.List(o => o with { Retry = new RetryOptions(), TimeProvider = _time }).ReadAllAsync();

        Assert.Equal(server.Items, await RunAsync(all));
    }
}
