// A deadline on the clock of the options, joined with the caller's token, so that the two can be told apart afterwards.
namespace CloudSigma.Sdk.Core.Http;

/// <summary>Limits the waits for the bytes of a list; while the caller works on an object, it stands still.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _caller;

    /// <param name="timeout">The time that each <see cref="Restart()"/> gives; none runs before the first.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="caller">The caller's token.</param>
    public Deadline(TimeSpan timeout, TimeProvider timeProvider, CancellationToken caller)
    {
        Timeout = timeout;
        _caller = caller;
        _source = new CancellationTokenSource(System.Threading.Timeout.InfiniteTimeSpan, timeProvider);
        _registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    public TimeSpan Timeout { get; }

    /// <summary>The time ran out, and it was not the caller who stopped.</summary>
    public bool HasExpired => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Gives the full time, for the next read.</summary>
    public void Restart() => _source.CancelAfter(Timeout);

    /// <summary>Gives another time, once.</summary>
    public void Restart(TimeSpan timeout) => _source.CancelAfter(timeout);

    /// <summary>Stops the clock while the caller works.</summary>
    public void Pause() => _source.CancelAfter(System.Threading.Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
