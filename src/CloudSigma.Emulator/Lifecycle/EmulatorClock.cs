// Emulator time: the clock of the options, and what was added to it by hand.
namespace CloudSigma.Emulator.Lifecycle;

internal sealed class EmulatorClock(TimeProvider time)
{
    private static readonly TimeSpan LongestNap = TimeSpan.FromDays(1);
    private readonly Lock _gate = new();
    private TimeSpan _offset;
    private TaskCompletionSource _advanced = NewSignal();

    public DateTimeOffset Now => time.GetUtcNow() + Offset;

    /// <summary>How far emulator time is ahead of the clock.</summary>
    public TimeSpan Offset
    {
        get { lock (_gate) return _offset; }
    }

    public void Advance(TimeSpan by)
    {
        TaskCompletionSource advanced;
        lock (_gate)
        {
            // Checked first, so that a leap beyond the end of the calendar changes nothing.
            _ = time.GetUtcNow() + _offset + by;
            _offset += by;
            (advanced, _advanced) = (_advanced, NewSignal());
        }

        advanced.SetResult();
    }

    /// <summary>Waits until emulator time has gone on, by the clock or by hand.</summary>
    public async Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        var end = Now + delay;
        while (true)
        {
            Task advanced;
            lock (_gate) advanced = _advanced.Task;
            var rest = end - Now;
            if (rest <= TimeSpan.Zero) return;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var nap = Task.Delay(rest < LongestNap ? rest : LongestNap, time, stop.Token);
            await Task.WhenAny(nap, advanced).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
