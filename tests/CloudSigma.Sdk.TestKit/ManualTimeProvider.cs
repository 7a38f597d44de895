// A TimeProvider that stands still until a test moves it. Timers fire on the thread that calls Advance.
namespace CloudSigma.Sdk.TestKit;

/// <summary>A clock for tests: it moves only when <see cref="Advance"/> is called.</summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now;
    private TimeSpan _jump;
    private TaskCompletionSource _timerStarted = NewSignal();

    /// <summary>Starts the clock at 2026-01-02 03:04:05 UTC unless told otherwise.</summary>
    public ManualTimeProvider(DateTimeOffset? start = null) =>
        _now = start ?? new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now + _jump;
    }

    public override long GetTimestamp()
    {
        lock (_gate) return _now.Ticks;
    }

    /// <summary>Sets the clock on the wall forward or back, as a correction by the network does. Timers and timestamps know nothing of it.</summary>
    public void JumpWallClock(TimeSpan by)
    {
        lock (_gate) _jump += by;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Number of timers that wait for their moment.</summary>
    public int PendingTimers
    {
        get { lock (_gate) return _timers.Count; }
    }

    /// <summary>The moment at which the next timer is due, or null when none is waiting.</summary>
    public DateTimeOffset? NextDue
    {
        get { lock (_gate) return _timers.Count == 0 ? null : _timers.Min(static t => t.Due); }
    }

    /// <summary>Moves the clock and fires every timer that falls due on the way, in order.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        DateTimeOffset end;
        lock (_gate) end = _now + by;
        while (true)
        {
            ManualTimer? next;
            lock (_gate)
            {
                next = _timers.Where(t => t.Due <= end).MinBy(static t => t.Due);
                if (next is null)
                {
                    _now = end;
                    return;
                }

                if (next.Due > _now) _now = next.Due;
                next.Rearm(_timers);
            }

            next.Fire();
        }
    }

    /// <summary>Waits until some code has armed a timer, then moves the clock to the moment when it is due.</summary>
    /// <param name="within">Timers later than this, such as the deadlines of requests on their way, are left alone; null moves to any.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task AdvanceToNextTimerAsync(TimeSpan? within = null, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            Task signal;
            DateTimeOffset? due;
            lock (_gate)
            {
                signal = _timerStarted.Task;
                due = _timers.Count == 0 ? null : _timers.Min(static t => t.Due);
                if (due - _now > within) due = null;
            }

            if (due is { } moment)
            {
                TimeSpan by;
                lock (_gate) by = moment - _now;
                Advance(by < TimeSpan.Zero ? TimeSpan.Zero : by);
                return;
            }

            await signal.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Moves the clock from timer to timer until a task has ended.</summary>
    /// <param name="task">The task that waits on this clock.</param>
    /// <param name="within">Timers later than this, such as the deadlines of requests under way, are left alone; null means 90 seconds.</param>
    /// <param name="maxTimers">How many timers may fire before the task counts as endless.</param>
    public async Task RunUntilCompletedAsync(Task task, TimeSpan? within = null, int maxTimers = 10_000)
    {
        ArgumentNullException.ThrowIfNull(task);
        for (var i = 0; i < maxTimers; i++)
        {
            using var stop = new CancellationTokenSource();
            var timer = AdvanceToNextTimerAsync(within ?? TimeSpan.FromSeconds(90), stop.Token);
            await Task.WhenAny(task, timer).ConfigureAwait(false);
            if (!task.IsCompleted) continue;
            await stop.CancelAsync().ConfigureAwait(false);
            return;
        }

        throw new InvalidOperationException($"The task has not ended after {maxTimers} timers.");
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class ManualTimer(ManualTimeProvider owner, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (owner._gate)
            {
                owner._timers.Remove(this);
                _period = period;
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = owner._now + dueTime;
                owner._timers.Add(this);
                owner._timerStarted.TrySetResult();
                owner._timerStarted = NewSignal();
                return true;
            }
        }

        public void Rearm(List<ManualTimer> timers)
        {
            if (_period > TimeSpan.Zero) Due += _period;
            else timers.Remove(this);
        }

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
