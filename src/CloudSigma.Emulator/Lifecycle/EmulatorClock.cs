// Emulator time: the clock of the options, and what was added to it by hand.
namespace CloudSigma.Emulator.Lifecycle;

internal sealed class EmulatorClock(TimeProvider time)
{
    // Far below the end of the calendar, so that every moment that follows from another one exists.
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(365_000);
    private static readonly TimeSpan LongestNap = TimeSpan.FromDays(1);
    private readonly Lock _gate = new();
    private TimeSpan _offset;
    private TaskCompletionSource _advanced = NewSignal();
    private bool _stopped;

    public DateTimeOffset Now => time.GetUtcNow() + Offset;

    /// <summary>How far emulator time is ahead of the clock.</summary>
    public TimeSpan Offset
    {
        get { lock (_gate) return _offset; }
    }

    /// <exception cref="ArgumentOutOfRangeException">Time would go back, or more than a thousand years ahead.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_gate)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(by, Farthest - _offset);
            _offset += by;
        }

        WakeAll();
    }

    /// <summary>Cancels all waits, those to come too.</summary>
    public void Stop()
    {
        lock (_gate) _stopped = true;
        WakeAll();
    }

    /// <summary>Waits until emulator time has gone on, by the clock or by hand.</summary>
    public async Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        var end = Now + delay;
        while (true)
        {
            Task advanced;
            lock (_gate)
            {
                if (_stopped) throw new OperationCanceledException("The emulator stops.");
                advanced = _advanced.Task;
            }

            var rest = end - Now;
            if (rest <= TimeSpan.Zero) return;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            // A delay counts full milliseconds only; without rounding up, the last part of one would never pass on a clock that stands still.
            var nap = Task.Delay(rest < LongestNap ? TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds)) : LongestNap, time, stop.Token);
            await Task.WhenAny(nap, advanced).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private void WakeAll()
    {
        TaskCompletionSource advanced;
        lock (_gate) (advanced, _advanced) = (_advanced, NewSignal());
        advanced.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
