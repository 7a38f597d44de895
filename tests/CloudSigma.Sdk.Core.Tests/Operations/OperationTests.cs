using CloudSigma.Sdk.Core.Operations;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.Core.Tests.Operations;

public class OperationTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly List<TimeSpan> _looks = [];
    private readonly Queue<Func<OperationState<string>>> _states = new();
    private readonly DateTimeOffset _start;

    public OperationTests() => _start = _time.GetUtcNow();

    private static OperationState<string> Running(int? percent = null) => new("value", OperationOutcome.Running, "busy", percent);

    private static OperationState<string> Done(string value = "value") => new(value, OperationOutcome.Succeeded, "ready", 100);

    private Operation<string> Make(PollingOptions? polling = null) => new(
        "test:1", Running(), _ =>
        {
            _looks.Add(_time.GetUtcNow() - _start);
            return Task.FromResult((_states.Count > 1 ? _states.Dequeue() : _states.Peek())());
        },
        polling ?? new PollingOptions(), _time);

    private async Task<T> RunAsync<T>(Task<T> wait)
    {
        await _time.RunUntilCompletedAsync(wait);
        return await wait;
    }

    [Fact]
    public async Task A_wait_returns_the_last_value()
    {
        _states.Enqueue(() => Running(10));
        _states.Enqueue(() => Done("final"));
        var operation = Make();

        Assert.False(operation.HasCompleted);
        Assert.Equal("final", await RunAsync(operation.WaitForCompletionAsync()));
        Assert.True(operation.HasCompleted && operation.HasSucceeded);
        Assert.Equal("final", operation.Value);
    }

    [Fact]
    public async Task Looks_become_rarer_up_to_the_cap()
    {
        for (var i = 0; i < 20; i++) _states.Enqueue(() => Running());
        _states.Enqueue(() => Done());

        await RunAsync(Make().WaitForCompletionAsync());

        var gaps = _looks.Zip(_looks.Skip(1), static (a, b) => b - a).ToList();
        Assert.Equal(TimeSpan.FromMilliseconds(250), _looks[0]);
        Assert.Equal(gaps.Order(), gaps);
        Assert.Equal(TimeSpan.FromSeconds(10), gaps[^1]);
    }

    [Fact]
    public async Task Progress_is_told_after_each_look_and_never_goes_back()
    {
        foreach (var percent in new int?[] { 10, 50, 30, null, 70 }) _states.Enqueue(() => Running(percent));
        _states.Enqueue(() => Done());
        var told = new List<OperationProgress>();

        await RunAsync(Make().WaitForCompletionAsync(new SynchronousProgress<OperationProgress>(told.Add)));

        Assert.Equal([null, 10, 50, 50, 50, 70, 100], told.Select(p => p.Percent));
        Assert.Equal("ready", told[^1].Status);
        Assert.Equal(told.Select(p => p.Elapsed).Order(), told.Select(p => p.Elapsed));
    }

    [Fact]
    public async Task A_failure_carries_the_last_state()
    {
        _states.Enqueue(() => new OperationState<string>("broken", OperationOutcome.Failed, "paused"));

        var error = await Assert.ThrowsAsync<OperationFailedException>(() => RunAsync(Make().WaitForCompletionAsync()));

        Assert.Equal("test:1", error.OperationId);
        Assert.Equal("paused", error.Status);
        Assert.Equal("broken", error.LastValue);
    }

    [Fact]
    public async Task A_wait_ends_at_its_deadline_with_another_error()
    {
        _states.Enqueue(() => Running());

        var error = await Assert.ThrowsAsync<OperationTimeoutException>(() => RunAsync(Make(new PollingOptions { Timeout = TimeSpan.FromMinutes(1) }).WaitForCompletionAsync()));

        Assert.Equal("busy", error.Status);
        Assert.InRange(_time.GetUtcNow() - _start, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(61));
        Assert.Contains("60 seconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_that_hangs_does_not_hold_the_wait_beyond_its_deadline()
    {
        var operation = new Operation<string>(
            "test:1", Running(), async token =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
                return Done();
            },
            new PollingOptions { Timeout = TimeSpan.FromMinutes(1) }, _time);

        var error = await Assert.ThrowsAsync<OperationTimeoutException>(() => RunAsync(operation.WaitForCompletionAsync()));

        Assert.Equal("busy", error.Status);
        Assert.Equal(TimeSpan.FromSeconds(61), _time.GetUtcNow() - _start);
    }

    [Fact]
    public async Task A_caller_ends_the_wait_but_not_the_operation()
    {
        _states.Enqueue(() => Done());
        using var source = new CancellationTokenSource();
        var operation = Make();
        var wait = operation.WaitForCompletionAsync(cancellationToken: source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        await operation.UpdateAsync();
        Assert.True(operation.HasSucceeded);
    }

    [Fact]
    public async Task A_server_that_asks_for_patience_gets_it()
    {
        _states.Enqueue(() => throw new RateLimitedException(new ApiErrorDetails { RetryAfter = TimeSpan.FromSeconds(90) }));
        _states.Enqueue(() => throw new ServiceUnavailableException());
        _states.Enqueue(() => Done());

        await RunAsync(Make().WaitForCompletionAsync());

        Assert.Equal(TimeSpan.FromSeconds(90), _looks[1] - _looks[0]);
        Assert.Equal(3, _looks.Count);
    }

    [Fact]
    public async Task Any_other_error_of_a_look_ends_the_wait()
    {
        _states.Enqueue(() => throw new ResourceNotFoundException());

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => RunAsync(Make().WaitForCompletionAsync()));
    }

    [Fact]
    public async Task A_completed_operation_is_not_looked_at_any_more()
    {
        var operation = Operation<int>.FromResult(7);

        Assert.Equal(7, await operation.WaitForCompletionAsync());
        Assert.Equal(7, await operation.UpdateAsync());
        Assert.Equal(100, operation.Progress.Percent);
    }

    [Fact]
    public void Settings_that_cannot_work_are_named_with_their_values()
    {
        Assert.Null(new PollingOptions().FindFault());
        Assert.Contains("00:00:00", new PollingOptions { FirstInterval = TimeSpan.Zero }.FindFault(), StringComparison.Ordinal);
        Assert.Contains("shorter than FirstInterval", new PollingOptions { MaxInterval = TimeSpan.FromTicks(1) }.FindFault(), StringComparison.Ordinal);
        Assert.Contains("0.5", new PollingOptions { Growth = 0.5 }.FindFault(), StringComparison.Ordinal);
        Assert.Contains("Timeout", new PollingOptions { Timeout = TimeSpan.FromDays(50) }.FindFault(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_interval_may_be_as_long_as_a_time_can_be()
    {
        var polling = new PollingOptions { FirstInterval = TimeSpan.FromDays(1), MaxInterval = TimeSpan.MaxValue, Growth = 10 };
        var interval = polling.FirstInterval;
        for (var i = 0; i < 20; i++) interval = polling.After(interval);

        Assert.Null(polling.FindFault());
        Assert.Equal(TimeSpan.MaxValue, interval);
    }
}
