// The checksum of a file that is being written in any order.
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace CloudSigma.Sdk.Core.Transfers.Targets;

/// <summary>
/// Follows the beginning of a file that is complete, beside the download. Bytes that come in order are taken from memory; what came out of order, or in an earlier run, is read back
/// from the file. So the checksum is always that of the whole file.
/// </summary>
internal sealed class FollowingHash : IAsyncDisposable
{
    private readonly SafeFileHandle _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly object _gate = new();
    private Task _work = Task.CompletedTask;
    private TransferMeter? _meter;
    private long _hashed;
    private long _frontier;
    private bool _isBusy;
    private bool _isStopped;

    public FollowingHash(SafeFileHandle file) => _file = file;

    /// <summary>Tells how much of the beginning is there.</summary>
    public void Advance(long frontier)
    {
        lock (_gate)
        {
            _frontier = Math.Max(_frontier, frontier);
            if (!_isBusy) ReadBack();
        }
    }

    /// <summary>Takes bytes that were written, when they are the next ones.</summary>
    /// <param name="offset">Their place.</param>
    /// <param name="bytes">The bytes, which have to stay as they are until the task ends.</param>
    /// <param name="frontier">How much of the beginning is there with them.</param>
    public Task Offer(long offset, ReadOnlyMemory<byte> bytes, long frontier)
    {
        lock (_gate)
        {
            _frontier = Math.Max(_frontier, frontier);
            if (_isBusy || _isStopped) return Task.CompletedTask;
            if (offset != _hashed)
            {
                ReadBack();
                return Task.CompletedTask;
            }

            _isBusy = true;
            return _work = Task.Run(() =>
            {
                _hash.AppendData(bytes.Span);
                EndWork(bytes.Length);
            });
        }
    }

    /// <summary>Waits for the checksum of the whole file.</summary>
    /// <param name="length">Bytes of the file.</param>
    /// <param name="meter">Is told how far it is: of a resumed download there may be much to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string> CompleteAsync(long length, TransferMeter meter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            meter.Begin(TransferStage.Completing, length, _hashed);
            _meter = meter;
        }

        Advance(length);
        while (true)
        {
            Task work;
            lock (_gate) work = _work;
            await work.WaitAsync(cancellationToken).ConfigureAwait(false);
            lock (_gate)
            {
                // Between two pieces of work there is none for a moment.
                if (_hashed == length && !_isBusy)
                {
                    meter.Report();
                    return Sha256Text.From(_hash);
                }

                if (!_isBusy) ReadBack();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task work;
        lock (_gate)
        {
            _isStopped = true;
            work = _work;
        }

        // However it ends, the file is not read any more afterwards.
        await work.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).ConfigureAwait(false);
        _hash.Dispose();
    }

    /// <summary>Reads what is there and was not taken from memory. Called under the lock, when nothing is being done.</summary>
    private void ReadBack()
    {
        if (_isStopped || _hashed >= _frontier) return;
        _isBusy = true;
        _work = Task.Run(() =>
        {
            var buffer = TransferBuffers.Rent();
            try
            {
                while (NextRange() is { } range)
                {
                    var read = RandomAccess.Read(_file, buffer.AsSpan(0, (int)Math.Min(range.End - range.Start, TransferBuffers.Size)), range.Start);
                    if (read == 0) throw new TransferException("The target file has become shorter while it was written.");
                    _hash.AppendData(buffer, 0, read);
                    lock (_gate)
                    {
                        _hashed += read;
                        _meter?.Add(read);
                    }
                }
            }
            catch (IOException e)
            {
                throw new TransferException($"The target file cannot be read back: {e.Message}", e);
            }
            finally
            {
                TransferBuffers.Return(buffer);
            }
        });
    }

    private (long Start, long End)? NextRange()
    {
        lock (_gate)
        {
            if (!_isStopped && _hashed < _frontier) return (_hashed, _frontier);
            _isBusy = false;
            return null;
        }
    }

    private void EndWork(int count)
    {
        lock (_gate)
        {
            _hashed += count;
            _isBusy = false;
            // Others may have come in the meantime.
            ReadBack();
        }
    }
}
