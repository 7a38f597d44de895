using System.Threading.RateLimiting;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.RateLimiting;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Core.Tests.Resilience;

public class RateLimitTests
{
    private static readonly RateLimits Small = new() { GetPerMinute = 3, PutPerMinute = 2, PostPerMinute = 2, ServerCreatesPerMinute = 1, DeletePerMinute = 1 };

    private static ApiPipeline Pipeline(string account, Func<ApiPipelineOptions, ApiPipelineOptions> change) => new(
        new HttpClient(new FakeHandler("{}")),
        change(new ApiPipelineOptions { Endpoint = new Uri("http://127.0.0.1:8010/api/"), Credential = CloudSigmaCredential.Basic(account, "secret") }));

    private static Task GetAsync(ApiPipeline pipeline, CancellationToken token = default) => pipeline.SendAsync(ApiRequest.Get("items-get", "items/1/"), token);

    [Fact]
    public async Task A_request_beyond_the_limit_waits_and_can_be_cancelled()
    {
        using var pipeline = Pipeline(Guid.NewGuid().ToString(), o => o with { RateLimits = Small });
        for (var i = 0; i < 3; i++) await GetAsync(pipeline);
        using var source = new CancellationTokenSource();

        var waiting = GetAsync(pipeline, source.Token);
        Assert.False(waiting.IsCompleted);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_wait_for_the_limit_counts_as_time_of_the_try()
    {
        var time = new ManualTimeProvider();
        using var pipeline = Pipeline(Guid.NewGuid().ToString(), o => o with { RateLimits = Small, TimeProvider = time, Retry = new RetryOptions { MaxRetries = 0 } });
        for (var i = 0; i < 3; i++) await GetAsync(pipeline);

        var waiting = GetAsync(pipeline);
        time.Advance(TimeSpan.FromSeconds(100));

        await Assert.ThrowsAsync<CloudSigmaTimeoutException>(() => waiting);
    }

    [Fact]
    public async Task Clients_of_one_account_share_the_limits_and_others_do_not()
    {
        var account = Guid.NewGuid().ToString();
        using var one = Pipeline(account, o => o with { RateLimits = Small });
        using var two = Pipeline(account, o => o with { RateLimits = Small });
        using var other = Pipeline(Guid.NewGuid().ToString(), o => o with { RateLimits = Small });
        using var source = new CancellationTokenSource();

        await GetAsync(one);
        await GetAsync(two);
        await GetAsync(one);
        var waiting = GetAsync(two, source.Token);
        await GetAsync(other);

        Assert.False(waiting.IsCompleted);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void Each_kind_of_request_has_a_limit_of_its_own()
    {
        var shared = SharedRateLimits.Get(Guid.NewGuid().ToString(), Small);
        int Permits(ApiRequest request)
        {
            var count = 0;
            while (count < 100 && shared.Limiter.AttemptAcquire(request).IsAcquired) count++;
            return count;
        }

        Assert.Equal(3, Permits(ApiRequest.Get("a", "items/")));
        Assert.Equal(2, Permits(ApiRequest.Put("a", "items/1/", new TestItem(), TestJson.Context.TestItem)));
        Assert.Equal(1, Permits(ApiRequest.Delete("a", "items/1/")));
        Assert.Equal(1, Permits(ApiRequest.Post("servers-create", "servers/")));
        Assert.Equal(2, Permits(ApiRequest.Post("drives-create", "drives/?avoid=x")));
        shared.Dispose();
    }

    [Fact]
    public void The_documented_limits_are_the_default()
    {
        var limits = new RateLimits();

        Assert.Equal((10_000, 10_000, 10_000, 10_000, 1_000), (limits.GetPerMinute, limits.PutPerMinute, limits.PostPerMinute, limits.ServerCreatesPerMinute, limits.DeletePerMinute));
        Assert.Null(limits.FindFault());
        Assert.Contains("PutPerMinute is -3", new RateLimits { PutPerMinute = -3 }.FindFault(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limiter_of_the_application_takes_the_place_of_ours()
    {
        using var limiter = PartitionedRateLimiter.Create<ApiRequest, string>(_ => RateLimitPartition.GetConcurrencyLimiter("all", _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 0 }));
        using var pipeline = Pipeline("a", o => o with { RateLimiter = limiter });
        await GetAsync(pipeline);

        using var held = limiter.AttemptAcquire(ApiRequest.Get("a", "items/"));
        var error = await Assert.ThrowsAsync<CloudSigmaException>(() => GetAsync(pipeline));

        Assert.Contains("was not sent", error.Message, StringComparison.Ordinal);
    }
}
