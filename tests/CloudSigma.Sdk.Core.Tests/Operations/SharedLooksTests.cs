using CloudSigma.Sdk.Core.Operations;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.Core.Tests.Operations;

public class SharedLooksTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _time = new();
    private readonly List<(TimeSpan At, int Count)> _looks = [];
    private readonly DateTimeOffset _start;
    private readonly SharedLooks<object> _shared;
    private Func<CancellationToken, Task> _look = static _ => Task.CompletedTask;

    public SharedLooksTests()
    {
        _start = _time.GetUtcNow();
        _shared = new SharedLooks<object>(
            async (watches, token) =>
            {
                _looks.Add((_time.GetUtcNow() - _start, watches.Count));
                await _look(token);
            },
            _time);
    }

    /// <summary>A wait that is over after some looks.</summary>
    private Task WaitAsync(int looks, TimeSpan interval, CancellationToken token = default) =>
        _shared.WaitAsync(new object(), interval, error => error is not null ? throw error : --looks == 0 ? null : interval, token);

    [Fact]
    public async Task As_many_looks_are_taken_for_many_waits_as_for_one()
    {
        await _time.RunUntilCompletedAsync(Task.WhenAll(Enumerable.Range(0, 500).Select(_ => WaitAsync(3, Second))));

        Assert.Equal([(Second, 500), (2 * Second, 500), (3 * Second, 500)], _looks);
    }

    [Fact]
    public async Task A_wait_that_is_due_takes_the_others_along()
    {
        var slow = WaitAsync(2, 10 * Second);
        _time.Advance(4 * Second);
        var fast = WaitAsync(1, Second);

        await _time.RunUntilCompletedAsync(Task.WhenAll(slow, fast));

        Assert.Equal([(5 * Second, 2), (15 * Second, 1)], _looks);
    }

    [Fact]
    public async Task A_wait_that_comes_while_a_look_is_under_way_gets_the_next_one()
    {
        var answer = new TaskCompletionSource();
        _look = _ => answer.Task;
        var first = WaitAsync(1, Second);
        await _time.AdvanceToNextTimerAsync();
        var second = WaitAsync(1, Second);
        _time.Advance(5 * Second);
        Assert.Single(_looks);

        answer.SetResult();
        await first;
        await _time.RunUntilCompletedAsync(second);

        Assert.Equal([(Second, 1), (6 * Second, 1)], _looks);
    }

    [Fact]
    public async Task A_caller_who_leaves_leaves_alone()
    {
        using var source = new CancellationTokenSource();
        var leaves = WaitAsync(3, Second, source.Token);
        var stays = WaitAsync(3, Second);
        await _time.AdvanceToNextTimerAsync();

        await source.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves);
        Assert.Equal(source.Token, error.CancellationToken);
        await _time.RunUntilCompletedAsync(stays);
        Assert.Equal([2, 1, 1], _looks.Select(l => l.Count));
    }

    [Fact]
    public async Task A_look_that_nobody_waits_for_any_more_is_given_up()
    {
        var seen = new TaskCompletionSource<CancellationToken>();
        _look = token =>
        {
            seen.SetResult(token);
            return Task.Delay(Timeout.InfiniteTimeSpan, token);
        };
        using var source = new CancellationTokenSource();
        Task[] waits = [WaitAsync(1, Second, source.Token), WaitAsync(1, Second, source.Token)];
        await _time.AdvanceToNextTimerAsync();
        var look = await seen.Task;
        Assert.False(look.IsCancellationRequested);

        await source.CancelAsync();

        Assert.True(look.IsCancellationRequested);
        foreach (var wait in waits) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        _look = static _ => Task.CompletedTask;
        await _time.RunUntilCompletedAsync(WaitAsync(1, Second));
    }

    [Fact]
    public async Task A_look_that_fails_is_told_to_all()
    {
        _look = static _ => throw new CloudSigmaException("no");

        var waits = Enumerable.Range(0, 3).Select(_ => WaitAsync(5, Second)).ToList();
        await _time.AdvanceToNextTimerAsync();

        foreach (var wait in waits) Assert.Equal("no", (await Assert.ThrowsAsync<CloudSigmaException>(() => wait)).Message);
        Assert.Single(_looks);
    }

    [Fact]
    public async Task What_one_caller_throws_ends_the_wait_of_that_caller_only()
    {
        var bad = _shared.WaitAsync(new object(), Second, static _ => throw new InvalidOperationException("mine"), default);
        var good = WaitAsync(3, Second);

        await _time.RunUntilCompletedAsync(good);

        Assert.Equal("mine", (await Assert.ThrowsAsync<InvalidOperationException>(() => bad)).Message);
        Assert.Equal([2, 1, 1], _looks.Select(l => l.Count));
    }

    [Fact]
    public async Task A_server_that_asks_for_patience_holds_new_waits_back()
    {
        _look = _ => _looks.Count > 1 ? Task.CompletedTask : throw new RateLimitedException(new ApiErrorDetails { RetryAfter = 30 * Second });
        var patient = _shared.WaitAsync(new object(), Second, error => error is null ? null : 30 * Second, default);
        await _time.AdvanceToNextTimerAsync();

        await _time.RunUntilCompletedAsync(Task.WhenAll(patient, WaitAsync(1, Second)));

        Assert.Equal([(Second, 1), (31 * Second, 2)], _looks);
    }

    [Fact]
    public async Task Nothing_is_looked_at_for_a_caller_who_has_left_before()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WaitAsync(1, Second, new CancellationToken(canceled: true)));
        using var source = new CancellationTokenSource();
        var wait = WaitAsync(1, Second, source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);

        _time.Advance(TimeSpan.FromHours(1));

        Assert.Empty(_looks);
    }
}
