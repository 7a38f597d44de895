// Sends the chunks of an image, several at a time, each as often as it takes and is worth.
using System.Net;
using System.Security.Cryptography;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Transfers;
using CloudSigma.Sdk.Core.Transfers.Sources;

namespace CloudSigma.Sdk;

/// <summary>One run over the chunks that are missing.</summary>
/// <param name="protocol">Sends one chunk.</param>
/// <param name="reader">The image.</param>
/// <param name="plan">Its chunks.</param>
/// <param name="options">How it is sent.</param>
/// <param name="api">The settings of the client.</param>
/// <param name="meter">Counts.</param>
internal sealed class ChunkSender(IChunkProtocol protocol, SourceReader reader, ChunkPlan plan, UploadDriveOptions options, ApiPipelineOptions api, TransferMeter meter) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1);
    private readonly object _gate = new();
    private readonly IntervalSet _done = new();
    private long _next;

    /// <summary>The checksums of chunks that cannot be read again; null when they are not needed.</summary>
    public byte[][]? Checksums { get; init; }

    /// <summary>Is told what has arrived, after each chunk.</summary>
    public required Action<IntervalSet> OnStored { get; init; }

    /// <summary>Asks whether the drive has all of its chunks: it takes no more then, and says no more which it has.</summary>
    public required Func<CancellationToken, Task<bool>> IsCompleteAsync { get; init; }

    /// <value>Whether an earlier run has sent chunks: the server is asked about each that the ticket does not name.</value>
    public bool IsResumed { get; init; }

    /// <summary>Sends all chunks but those that are there.</summary>
    public async Task RunAsync(IReadOnlyList<long> done, CancellationToken cancellationToken)
    {
        _done.AddPairs(done, plan.Count);
        meter.Begin(TransferStage.Transferring, plan.Length, plan.Bytes(_done));
        var workers = (int)Math.Min(options.Parallelism, plan.Count);
        await Workers.RunAsync(workers, reader.IsRandomAccess ? SendPartsAsync : SendReadAsync, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _reading.Dispose();

    /// <summary>Each chunk straight from its place in the source.</summary>
    private async Task SendPartsAsync(CancellationToken cancellationToken)
    {
        while (TakeNext() is { } index)
        {
            var (offset, length) = plan[index];
            await SendAsync(index, length, token => reader.OpenAsync(offset, token), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Each chunk by way of memory, for the source gives it once.</summary>
    private async Task SendReadAsync(CancellationToken cancellationToken)
    {
        byte[]? buffer = null;
        while (true)
        {
            long index;
            int length;
            await _reading.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (TakeNext() is not { } next) return;
                index = next;
                (var offset, var size) = plan[index];
                length = checked((int)size);
                if (buffer is null || buffer.Length < length) buffer = GC.AllocateUninitializedArray<byte>(length);
                await ReadAsync(offset, buffer.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _reading.Release();
            }

            var bytes = buffer.AsMemory(0, length);
            if (Checksums is not null) Checksums[index] = SHA256.HashData(bytes.Span);
            await SendAsync(index, length, _ => new ValueTask<SourceSegment>(new MemorySegment(bytes)), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var segment = await reader.OpenAsync(offset, cancellationToken).ConfigureAwait(false);
        await using (segment.ConfigureAwait(false))
        {
            var filled = await reader.FillAsync(segment, buffer, cancellationToken).ConfigureAwait(false);
            if (filled < buffer.Length) throw reader.Ended(offset + filled);
        }
    }

    private long? TakeNext()
    {
        lock (_gate)
        {
            foreach (var (start, end) in _done.Ranges)
            {
                if (_next >= start && _next < end) _next = end;
            }

            return _next < plan.Count ? _next++ : null;
        }
    }

    private async Task SendAsync(long index, long length, Func<CancellationToken, ValueTask<SourceSegment>> open, CancellationToken cancellationToken)
    {
        var pace = new RetryPace(api, protocol.Description);
        for (var isFirst = true; ; isFirst = false)
        {
            SegmentContent? content = null;
            try
            {
                if ((!isFirst || IsResumed) && await protocol.IsStoredAsync(index, cancellationToken).ConfigureAwait(false))
                {
                    Store(index, length, 0);
                    return;
                }

                using var deadline = new Deadline(options.StallTimeout, api.TimeProvider, cancellationToken);
                var answerTimeout = options.StallTimeout > api.RequestTimeout ? options.StallTimeout : api.RequestTimeout;
                await protocol.SendAsync(
                    index,
                    () =>
                    {
                        // A credential may need a second round; the bytes of the first are not counted twice.
                        meter.Add(-(content?.Sent ?? 0));
                        return content = new SegmentContent(reader, open, length, meter, deadline, answerTimeout);
                    },
                    deadline, cancellationToken).ConfigureAwait(false);
                Store(index, length, content?.Sent ?? 0);
                return;
            }
            catch (CloudSigmaApiException e) when (e.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                // It is there already: an answer was lost, or an earlier run has sent it.
                Store(index, length, content?.Sent ?? 0);
                return;
            }
            catch (CloudSigmaException e) when (e is not TransferException)
            {
                // The answer to the last chunk of all was lost.
                if (e is PermissionDeniedException && (!isFirst || IsResumed) && await IsCompleteAsync(cancellationToken).ConfigureAwait(false))
                {
                    Store(index, length, content?.Sent ?? 0);
                    return;
                }

                if (!await pace.WaitAsync(e, 0, cancellationToken).ConfigureAwait(false))
                {
                    e.Retries = meter.Retries;
                    throw;
                }

                meter.Retry(content?.Sent ?? 0);
            }
        }
    }

    /// <summary>Counts a chunk that is there.</summary>
    private void Store(long index, long length, long sent)
    {
        if (sent != length) meter.Add(length - sent);
        lock (_gate)
        {
            _done.Add(index, index + 1);
            OnStored(_done);
        }
    }
}
