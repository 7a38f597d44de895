using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Transfers;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.Core.Tests.Transfers;

/// <summary>How often parts are begun again, and what progress says.</summary>
public class PaceTests
{
    private static readonly CloudSigmaConnectionException Broken = new("broken");

    private static ApiPipelineOptions Options(ManualTimeProvider time, RetryOptions? retry = null) =>
        new() { Endpoint = new Uri("http://127.0.0.1/"), TimeProvider = time, Retry = retry ?? new RetryOptions(), Randomizer = static () => 0.5 };

    private static ApiRequest Request(RequestSafety safety = RequestSafety.Idempotent) => ApiRequest.Bytes("download", HttpMethod.Get, "drives/x/download/", safety);

    private static async Task<(bool Again, TimeSpan Waited)> WaitAsync(RetryPace pace, ManualTimeProvider time, CloudSigmaException error, long progress)
    {
        var before = time.GetUtcNow();
        var wait = pace.WaitAsync(error, progress, CancellationToken.None);
        if (!wait.IsCompleted) await time.AdvanceToNextTimerAsync();
        return (await wait, time.GetUtcNow() - before);
    }

    [Fact]
    public async Task Waits_grow_and_end_after_the_last_retry()
    {
        var time = new ManualTimeProvider();
        var pace = new RetryPace(Options(time), Request());

        Assert.Equal((true, TimeSpan.FromSeconds(0.8)), await WaitAsync(pace, time, Broken, 0));
        Assert.Equal((true, TimeSpan.FromSeconds(1.6)), await WaitAsync(pace, time, Broken, 0));
        Assert.Equal((true, TimeSpan.FromSeconds(3.2)), await WaitAsync(pace, time, Broken, 0));
        Assert.Equal((false, TimeSpan.Zero), await WaitAsync(pace, time, Broken, 0));
    }

    [Fact]
    public async Task Progress_makes_a_failure_the_first_one_and_a_trickle_does_not()
    {
        var time = new ManualTimeProvider();
        var pace = new RetryPace(Options(time), Request());
        for (var i = 0; i < 20; i++) Assert.Equal((true, TimeSpan.FromSeconds(0.8)), await WaitAsync(pace, time, Broken, RetryPace.Progress));
        for (var i = 0; i < 2; i++) Assert.True((await WaitAsync(pace, time, Broken, RetryPace.Progress - 1)).Again);

        Assert.False((await WaitAsync(pace, time, Broken, RetryPace.Progress - 1)).Again);
    }

    [Fact]
    public async Task What_the_server_asks_for_wins_and_too_much_ends_it()
    {
        var time = new ManualTimeProvider();
        var pace = new RetryPace(Options(time), Request());
        RateLimitedException Asked(double seconds) => new(new ApiErrorDetails { StatusCode = System.Net.HttpStatusCode.TooManyRequests, RetryAfter = TimeSpan.FromSeconds(seconds) });

        Assert.Equal((true, TimeSpan.FromSeconds(7)), await WaitAsync(pace, time, Asked(7), 0));
        Assert.Equal((false, TimeSpan.Zero), await WaitAsync(pace, time, Asked(61), 0));
    }

    [Fact]
    public async Task Creates_and_rules_of_the_application_are_kept()
    {
        var time = new ManualTimeProvider();
        var seen = new List<RetryArguments>();

        Assert.False((await WaitAsync(new RetryPace(Options(time), Request(RequestSafety.Once)), time, Broken, 0)).Again);
        Assert.True((await WaitAsync(new RetryPace(Options(time), Request(RequestSafety.Once)), time, new CloudSigmaConnectionException("x") { MayHaveBeenSent = false }, 0)).Again);
        Assert.False((await WaitAsync(new RetryPace(Options(time, new RetryOptions { ShouldRetry = a => { seen.Add(a); return false; } }), Request()), time, Broken, 0)).Again);
        Assert.Equal(("download", true), (seen[0].OperationId, seen[0].IsRetriedByDefault));
    }

    [Fact]
    public void Progress_is_told_at_most_five_times_a_second_and_has_rate_and_rest()
    {
        var time = new ManualTimeProvider();
        var seen = new List<TransferProgress>();
        var meter = new TransferMeter(new SynchronousProgress<TransferProgress>(seen.Add), time);

        meter.Begin(TransferStage.Transferring, 10_000);
        for (var i = 0; i < 50; i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(20));
            meter.Add(100);
        }

        Assert.Equal(1 + 5, seen.Count);
        Assert.Equal((5_000, 10_000, 5_000.0, TimeSpan.FromSeconds(1)), (seen[^1].Bytes, seen[^1].TotalBytes, seen[^1].BytesPerSecond, seen[^1].Remaining));
        Assert.Equal(0.5, seen[^1].Fraction);
        // A part that is begun again takes its bytes back, and nobody sees the bar go back.
        meter.Retry(3_000);
        meter.Report();
        Assert.Equal((5_000, 1), (seen[^1].Bytes, seen[^1].Retries));
        meter.Begin(TransferStage.Verifying, 0);
        Assert.Equal(new TransferProgress(TransferStage.Verifying, 0, 0, 0, null, 1), seen[^1]);
        Assert.Equal(0, seen[^1].Fraction);
    }
}
