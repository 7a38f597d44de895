// A source that gives nothing must not hold an upload for ever.
using System.Globalization;
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk.Core.Transfers.Sources;

/// <summary>Gives each read of a source a time, also where no request has one, and where the source does not look at its token.</summary>
internal sealed class SourceWatch(TimeSpan timeout, TimeProvider timeProvider)
{
    /// <summary>Waits for a read, at most as long as the token allows; a read that is given up goes on by itself.</summary>
    public static async ValueTask<T> WaitAsync<T>(ValueTask<T> read, CancellationToken cancellationToken)
    {
        if (read.IsCompleted) return await read.ConfigureAwait(false);
        var task = read.AsTask();
        try
        {
            return await task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Its error, if it has one some day, is nobody's any more.
            if (!task.IsCompleted) _ = task.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <exception cref="CloudSigmaTimeoutException">The source gave nothing in time.</exception>
    public async ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(timeout, timeProvider, cancellationToken);
        deadline.Restart();
        try
        {
            return await WaitAsync(read(deadline.Token), deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (deadline.HasExpired)
        {
            throw new CloudSigmaTimeoutException(string.Create(CultureInfo.InvariantCulture, $"The source gave nothing for {timeout.TotalSeconds:0.###} seconds."), e);
        }
    }

    /// <summary>Reads the next bytes of a segment.</summary>
    /// <exception cref="CloudSigmaTimeoutException">The source gave nothing in time.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(SourceSegment segment, long count, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(token => segment.ReadAsync(count, token), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is CloudSigmaTimeoutException or OperationCanceledException)
        {
            segment.Abandon();
            throw;
        }
    }
}
