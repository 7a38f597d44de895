// Waits that go on at the same time share their requests.
namespace CloudSigma.Sdk.Core.Operations;

/// <summary>
/// Looks at many things at once. When one of the waits is due, all others are taken along, so that they fall into step: as many requests are sent as one wait
/// would send, however many there are.
/// </summary>
/// <typeparam name="TWatch">What is looked at for one wait.</typeparam>
/// <param name="look">Looks at all of them; what it finds out about one goes into that one, and what it throws counts for all.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class SharedLooks<TWatch>(Func<IReadOnlyList<TWatch>, CancellationToken, Task> look, TimeProvider timeProvider) where TWatch : class
{
    /// <summary>For how long a server that asks for patience holds waits back that are new. The others know themselves.</summary>
    private static readonly TimeSpan LongestPatience = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly HashSet<Wait> _waits = [];
    private ITimer? _timer;
    private Flight? _flight;
    private long _notBefore = timeProvider.GetTimestamp();

    /// <summary>Has something looked at again and again.</summary>
    /// <param name="watch">What is looked at.</param>
    /// <param name="first">The time until the first look; it comes earlier when another wait is due.</param>
    /// <param name="looked">Is told of each look, and of the error if it failed; says how long it is until the next one, or null for no more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends with the last look, or with what <paramref name="looked"/> throws.</returns>
    public async Task WaitAsync(TWatch watch, TimeSpan first, Func<Exception?, TimeSpan?> looked, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var wait = new Wait(watch, looked);
        lock (_gate)
        {
            wait.Due = Math.Max(After(first), _notBefore);
            _waits.Add(wait);
            Arm();
        }

        // The wait ends at once; the look goes on for the others.
        var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((Action<CancellationToken>)state!)(token), (Action<CancellationToken>)(token => Leave(wait, token)));
        await using (registration.ConfigureAwait(false)) await wait.Done.Task.ConfigureAwait(false);
    }

    private void Leave(Wait wait, CancellationToken token)
    {
        Flight? abandoned = null;
        lock (_gate)
        {
            _waits.Remove(wait);
            if (_flight is { } flight && flight.Waits.All(w => !_waits.Contains(w))) abandoned = flight;
            Arm();
        }

        wait.Done.TrySetCanceled(token);
        abandoned?.Stop.Cancel();
    }

    /// <summary>Sets the timer to the earliest wait. While a look is under way there is none. Call it under the lock.</summary>
    private void Arm()
    {
        if (_flight is not null || _waits.Count == 0)
        {
            _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        var now = timeProvider.GetTimestamp();
        var due = _waits.Min(static w => w.Due);
        _timer ??= CreateTimer();
        _timer.Change(due <= now ? TimeSpan.Zero : timeProvider.GetElapsedTime(now, due), Timeout.InfiniteTimeSpan);
    }

    /// <summary>The timer serves all waits; it must not carry the context of the first one.</summary>
    private ITimer CreateTimer()
    {
        var isSuppressed = ExecutionContext.IsFlowSuppressed();
        if (!isSuppressed) ExecutionContext.SuppressFlow();
        try
        {
            return timeProvider.CreateTimer(static self => ((SharedLooks<TWatch>)self!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            if (!isSuppressed) ExecutionContext.RestoreFlow();
        }
    }

    private void Look()
    {
        Flight flight;
        lock (_gate)
        {
            if (_flight is not null || _waits.Count == 0) return;
            _flight = flight = new Flight([.. _waits]);
        }

        _ = FlyAsync(flight);
    }

    private async Task FlyAsync(Flight flight)
    {
        Exception? error = null;
        try
        {
            await look([.. flight.Waits.Select(static w => w.Watch)], flight.Stop.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Every wait is told, and decides for itself.
            error = e;
        }

        var next = flight.Waits.Select(wait => (Wait: wait, Delay: Tell(wait, error))).ToList();
        lock (_gate)
        {
            if (error is CloudSigmaApiException { RetryAfter: { } patience }) _notBefore = After(patience < LongestPatience ? patience : LongestPatience);
            foreach (var (wait, delay) in next)
            {
                if (delay is { } again) wait.Due = After(again);
                else _waits.Remove(wait);
            }

            _flight = null;
            Arm();
        }

        foreach (var (wait, delay) in next)
        {
            if (delay is not null) continue;
            if (wait.Error is { } failure) wait.Done.TrySetException(failure);
            else wait.Done.TrySetResult();
        }
    }

    /// <summary>Tells a wait of a look. What it throws, for instance because its time is over, ends that wait only.</summary>
    private static TimeSpan? Tell(Wait wait, Exception? error)
    {
        // Who has left wants to hear no more.
        if (wait.Done.Task.IsCompleted) return null;
        try
        {
            return wait.Looked(error);
        }
        catch (Exception e)
        {
            wait.Error = e;
            return null;
        }
    }

    private long After(TimeSpan delay)
    {
        var ticks = delay.TotalSeconds * timeProvider.TimestampFrequency;
        var now = timeProvider.GetTimestamp();
        return ticks >= long.MaxValue - now ? long.MaxValue : now + (long)Math.Ceiling(ticks);
    }

    private sealed class Wait(TWatch watch, Func<Exception?, TimeSpan?> looked)
    {
        public TWatch Watch { get; } = watch;

        public Func<Exception?, TimeSpan?> Looked { get; } = looked;

        public long Due { get; set; }

        public Exception? Error { get; set; }

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed record Flight(IReadOnlyList<Wait> Waits)
    {
        /// <summary>Ends the look when nobody waits for it any more. It is not disposed, for it may be cancelled until the end; without a timer it holds nothing.</summary>
        public CancellationTokenSource Stop { get; } = new();
    }
}
