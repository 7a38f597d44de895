// Work that many wait for and that is done once.
using System.Globalization;

namespace CloudSigma.Sdk.Core.Authentication;

/// <summary>Shares one run of a piece of work among all who ask while it runs. The run has its own deadline; a caller who leaves does not end it.</summary>
internal sealed class SingleFlight<T>(TimeSpan timeout, TimeProvider timeProvider, string what = "The credential") : IDisposable
{
    private readonly object _gate = new();
    private readonly CancellationTokenSource _closed = new();
    private Task<T>? _running;

    /// <summary>Joins the run that is under way, or starts one.</summary>
    /// <param name="current">Asked under the lock: a value that makes the run needless, or null.</param>
    /// <param name="work">The work; its token ends at the deadline.</param>
    /// <param name="cancellationToken">Ends the wait, not the run.</param>
    public async Task<T> RunAsync(Func<T?> current, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        Task<T> running;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed.IsCancellationRequested, this);
            if (_running is { IsCompleted: false }) running = _running;
            else if (current() is { } value) return value;
            else
            {
                // Off this thread, so that the lock is free again and the work cannot block the first caller's context.
                running = _running = Task.Run(() => BoundAsync(work), CancellationToken.None);
                _ = running.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            }
        }

        return await running.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends a run that is under way, and refuses new ones.</summary>
    public void Dispose() => _closed.Cancel();

    private async Task<T> BoundAsync(Func<CancellationToken, Task<T>> work)
    {
        using var deadline = new CancellationTokenSource(timeout, timeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, _closed.Token);
        try
        {
            return await work(linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (linked.IsCancellationRequested)
        {
            ObjectDisposedException.ThrowIf(_closed.IsCancellationRequested, this);
            throw new CloudSigmaTimeoutException(string.Create(CultureInfo.InvariantCulture, $"{what} was not ready within {timeout.TotalSeconds:0.###} seconds."), e);
        }
    }
}
