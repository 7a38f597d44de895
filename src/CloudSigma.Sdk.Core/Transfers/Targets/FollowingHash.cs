// The checksum of a file that is being written in any order.
using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Win32.SafeHandles;

namespace CloudSigma.Sdk.Core.Transfers.Targets;

/// <summary>
/// Follows the beginning of a file that is complete and reads it back, from the cache of the system, beside the download. What an earlier run has written is read as well, so that
/// the checksum is always that of the whole file.
/// </summary>
internal sealed class FollowingHash : IAsyncDisposable
{
    private readonly SafeFileHandle _file;
    private readonly Channel<long> _frontiers = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<string> _run;

    public FollowingHash(SafeFileHandle file)
    {
        _file = file;
        _run = Task.Run(RunAsync);
    }

    /// <summary>Tells how much of the beginning is there.</summary>
    public void Advance(long frontier) => _frontiers.Writer.TryWrite(frontier);

    /// <summary>Waits for the checksum of the whole file.</summary>
    public Task<string> CompleteAsync(long length, CancellationToken cancellationToken)
    {
        Advance(length);
        _frontiers.Writer.Complete();
        return _run.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _frontiers.Writer.TryComplete();
        // However it ends, the file is not read any more afterwards.
        await _run.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task<string> RunAsync()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = TransferBuffers.Rent();
        try
        {
            var at = 0L;
            await foreach (var frontier in _frontiers.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
            {
                while (at < frontier)
                {
                    _stop.Token.ThrowIfCancellationRequested();
                    var read = RandomAccess.Read(_file, buffer.AsSpan(0, (int)Math.Min(frontier - at, TransferBuffers.Size)), at);
                    if (read == 0) throw new TransferException("The target file has become shorter while it was written.");
                    hash.AppendData(buffer, 0, read);
                    at += read;
                }
            }

            return Sha256Text.From(hash);
        }
        finally
        {
            TransferBuffers.Return(buffer);
        }
    }
}
