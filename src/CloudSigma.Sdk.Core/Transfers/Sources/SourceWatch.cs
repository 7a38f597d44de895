// A source that gives nothing must not hold an upload for ever.
using System.Globalization;
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk.Core.Transfers.Sources;

/// <summary>Gives each read of a source a time, where no request does.</summary>
internal sealed class SourceWatch(TimeSpan timeout, TimeProvider timeProvider)
{
    /// <exception cref="CloudSigmaTimeoutException">The source gave nothing in time.</exception>
    public async ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(timeout, timeProvider, cancellationToken);
        deadline.Restart();
        try
        {
            return await read(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (deadline.HasExpired)
        {
            throw new CloudSigmaTimeoutException(string.Create(CultureInfo.InvariantCulture, $"The source gave nothing for {timeout.TotalSeconds:0.###} seconds."), e);
        }
    }
}
