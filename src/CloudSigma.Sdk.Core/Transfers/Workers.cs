// Runs a piece of work several times at once.
using System.Runtime.ExceptionServices;

namespace CloudSigma.Sdk.Core.Transfers;

internal static class Workers
{
    /// <summary>Runs some workers until all have ended. The first error ends the others and is thrown when nothing runs any more.</summary>
    /// <param name="count">How many.</param>
    /// <param name="work">The work; its token ends when another one has failed.</param>
    /// <param name="cancellationToken">Ends all.</param>
    public static async Task RunAsync(int count, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ExceptionDispatchInfo? first = null;

        async Task RunOneAsync()
        {
            try
            {
                await work(stop.Token).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                if (Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(e), null) is null) await stop.CancelAsync().ConfigureAwait(false);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(RunOneAsync, CancellationToken.None))).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        first?.Throw();
    }
}
