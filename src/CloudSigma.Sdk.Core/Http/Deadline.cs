// A deadline on the clock of the options, joined with the caller's token, so that the two can be told apart afterwards.
namespace CloudSigma.Sdk.Core.Http;

internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _caller;
    private readonly TimeSpan _timeout;

    public Deadline(TimeSpan timeout, TimeProvider timeProvider, CancellationToken caller)
    {
        _timeout = timeout;
        _caller = caller;
        _source = new CancellationTokenSource(timeout, timeProvider);
        _registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    public TimeSpan Timeout => _timeout;

    /// <summary>The time ran out, and it was not the caller who stopped.</summary>
    public bool HasExpired => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Gives the full time again, for the next read.</summary>
    public void Restart() => _source.CancelAfter(_timeout);

    /// <summary>Stops the clock while the caller works.</summary>
    public void Pause() => _source.CancelAfter(System.Threading.Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
