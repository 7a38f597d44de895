// Fetches a file by ranges, over one or several connections, and goes on where one of them broke.
using System.Collections.Concurrent;
using System.Net;
using System.Runtime.ExceptionServices;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Transfers.Targets;

namespace CloudSigma.Sdk.Core.Transfers;

/// <summary>One download.</summary>
internal sealed class RangeDownload
{
    /// <summary>Bytes of one range when several are fetched at the same time: so many that each connection has two, within bounds. A connection that breaks costs what was under way, not the range.</summary>
    private const long SmallestPiece = 4L << 20;
    private const long LargestPiece = 64L << 20;

    /// <summary>How far the announced length may be from the expected one: sizes of drives are exact to a KiB (fields of upload).</summary>
    public const long Rounding = 1024;

    private readonly TransferClient _client;
    private readonly TransferRequest _request;
    private readonly TargetWriter _target;
    private readonly TransferMeter _meter;
    private readonly TimeSpan _stallTimeout;
    private readonly int _parallelism;
    private string? _version;

    /// <param name="client">Sends the requests.</param>
    /// <param name="request">What is fetched.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="meter">Counts.</param>
    /// <param name="stallTimeout">How long nothing may arrive.</param>
    /// <param name="parallelism">How many connections there may be.</param>
    public RangeDownload(TransferClient client, TransferRequest request, TargetWriter target, TransferMeter meter, TimeSpan stallTimeout, int parallelism)
    {
        _client = client;
        _request = request;
        _target = target;
        _meter = meter;
        _stallTimeout = stallTimeout;
        _parallelism = target.IsRandomAccess ? parallelism : 1;
    }

    /// <summary>Is told the version of the file that the server names, once.</summary>
    public Action<string>? OnVersion { get; init; }

    /// <summary>Is told that the server has another version now.</summary>
    public Action? OnChanged { get; init; }

    /// <value>Whether the download is a stage of its own for whoever looks at the progress. Default: true.</value>
    public bool IsStage { get; init; } = true;

    /// <value>Whether what comes before the wanted bytes may be read and thrown away, when the server knows no ranges. Default: true.</value>
    public bool ReadsPast { get; init; } = true;

    /// <summary>Fetches all that the target has not got yet.</summary>
    /// <param name="length">How long the file should be.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How long it is.</returns>
    public async Task<long> RunAsync(long length, CancellationToken cancellationToken)
    {
        var parallelism = _parallelism;
        // At most two changes of plan: another length, and no ranges.
        for (var plans = 0; ; plans++)
        {
            length = await _target.BeginAsync(length, cancellationToken).ConfigureAwait(false);
            _version ??= _target.Version;
            if (IsStage) _meter.Begin(TransferStage.Transferring, length, _target.Done);
            try
            {
                await FetchAllAsync(length, parallelism, cancellationToken).ConfigureAwait(false);
                return length;
            }
            catch (OtherLength e) when (plans < 2 && e.Length != length)
            {
                length = e.Length;
            }
            catch (NoRanges) when (plans < 2 && parallelism > 1)
            {
                parallelism = 1;
            }

            await _target.RestartAsync().ConfigureAwait(false);
        }
    }

    private async Task FetchAllAsync(long length, int parallelism, CancellationToken cancellationToken)
    {
        var pieces = new ConcurrentQueue<(long Start, long End)>(_target.Missing(length, parallelism > 1 ? Math.Clamp(length / (2 * parallelism), SmallestPiece, LargestPiece) : long.MaxValue / 2));
        parallelism = Math.Min(parallelism, pieces.Count);
        await Workers.RunAsync(
            parallelism,
            async token =>
            {
                while (pieces.TryDequeue(out var piece)) await FetchAsync(piece.Start, piece.End, length, parallelism == 1, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Fetches a range, in as many tries as it takes and is worth.</summary>
    private async Task FetchAsync(long start, long end, long length, bool isAlone, CancellationToken cancellationToken)
    {
        var pace = new RetryPace(_client.Options, _request.Description);
        var cursor = new Cursor { At = start };
        while (cursor.At < end)
        {
            var before = cursor.At;
            try
            {
                await FetchOnceAsync(cursor, end, length, isAlone, cancellationToken).ConfigureAwait(false);
            }
            catch (CloudSigmaException e) when (e is not TransferException)
            {
                if (!await pace.WaitAsync(e, cursor.At - before, cancellationToken).ConfigureAwait(false))
                {
                    e.Retries = _meter.Retries;
                    throw;
                }

                _meter.Retry(0);
            }
        }
    }

    private async Task FetchOnceAsync(Cursor cursor, long end, long length, bool isAlone, CancellationToken cancellationToken)
    {
        cursor.Failure = null;
        using var deadline = new Deadline(_stallTimeout, _client.Options.TimeProvider, cancellationToken);
        var request = _request with { RangeStart = cursor.At, RangeEnd = end == length && isAlone ? null : end - 1, IfRange = Volatile.Read(ref _version) };
        using var response = await _client.SendAsync(request, deadline, cancellationToken).ConfigureAwait(false);
        var skip = Check(response, cursor.At, end, length, isAlone);
        using var buffers = new BufferPair();
        // Bytes are received while those before them are still worked on.
        var writing = ValueTask.CompletedTask;
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                while (cursor.At < end)
                {
                    var buffer = buffers.Next();
                    var filled = await FillAsync(stream, buffer, Math.Min(skip > 0 ? skip : end - cursor.At, TransferBuffers.Size), deadline, cursor).ConfigureAwait(false);
                    if (filled == 0)
                    {
                        throw new CloudSigmaConnectionException(FormattableString.Invariant(
                            $"{_client.Describe(_request.Description)} ended at byte {cursor.At}, before the {end} that were asked for."));
                    }

                    if (skip > 0)
                    {
                        skip -= filled;
                        continue;
                    }

                    // What the target takes is no stall of the server.
                    deadline.Pause();
                    await writing.ConfigureAwait(false);
                    writing = _target.WriteAsync(cursor.At, buffer.AsMemory(0, filled), cancellationToken);
                    cursor.At += filled;
                    _meter.Add(filled);
                }

                if (end != length || response.Content.Headers.ContentLength is not null) return;
                if (await FillAsync(stream, buffers.Next(), 1, deadline, cursor).ConfigureAwait(false) > 0)
                    throw new TransferIntegrityException(FormattableString.Invariant($"{_client.Describe(_request.Description)} sent more than the {length} bytes that there are."));
            }
        }
        catch (Exception e) when (ApiPipeline.IsTransportFailure(e))
        {
            throw _client.Translate(e, _request.Description, deadline, cancellationToken);
        }
        finally
        {
            await writing.ConfigureAwait(false);
        }
    }

    /// <summary>Fills the buffer as far as the answer goes: large writes cost less than many small ones.</summary>
    /// <remarks>What came before a connection broke is not lost: it is given first, and the error with the next call.</remarks>
    private static async ValueTask<int> FillAsync(Stream stream, byte[] buffer, long count, Deadline deadline, Cursor cursor)
    {
        cursor.Failure?.Throw();
        var filled = 0;
        try
        {
            while (filled < count)
            {
                deadline.Restart();
                var read = await stream.ReadAsync(buffer.AsMemory(filled, (int)count - filled), deadline.Token).ConfigureAwait(false);
                if (read == 0) break;
                filled += read;
            }
        }
        catch (Exception e) when (filled > 0 && ApiPipeline.IsTransportFailure(e))
        {
            cursor.Failure = ExceptionDispatchInfo.Capture(e);
        }

        return filled;
    }

    /// <summary>Makes sure that the answer has the bytes that were asked for.</summary>
    /// <returns>How many bytes at its beginning are not wanted.</returns>
    private long Check(HttpResponseMessage response, long at, long end, long length, bool isAlone)
    {
        var what = _client.Describe(_request.Description);
        if (response.Content.Headers.ContentEncoding.Count > 0)
            throw new TransferException($"{what} answered with the content encoding '{string.Join(", ", response.Content.Headers.ContentEncoding)}', which was not asked for.");
        CheckVersion(response);
        switch (response.StatusCode)
        {
            case HttpStatusCode.PartialContent:
                var range = response.Content.Headers.ContentRange;
                if (range is not { Unit: "bytes", From: { } from, To: { } to }) throw new TransferException($"{what} answered 206 without telling which bytes (Content-Range).");
                if (range.Length is { } total) CheckLength(total, length);
                if (from != at || to < from || to >= end)
                    throw new TransferIntegrityException(FormattableString.Invariant($"{what} answered with the bytes {from} to {to}, where {at} to {end - 1} were asked for."));
                return 0;
            case HttpStatusCode.OK:
                if (response.Content.Headers.ContentLength is { } all) CheckLength(all, length);
                if (at > 0 && !ReadsPast) throw new TransferException($"{what} answers a range with the whole file, so parts of it cannot be compared.");
                // The server knows no ranges: one connection reads past what is there already, several begin again as one.
                return isAlone ? at : throw new NoRanges();
            case HttpStatusCode.RequestedRangeNotSatisfiable:
                if (response.Content.Headers.ContentRange?.Length is { } size) CheckLength(size, length);
                throw new TransferIntegrityException(FormattableString.Invariant($"{what} has no byte {at}, where {length} bytes were expected."));
            default:
                throw new TransferException($"{what} answered {(int)response.StatusCode}, where 200 or 206 was expected.");
        }
    }

    private void CheckLength(long announced, long length)
    {
        if (announced == length) return;
        if (Math.Abs(announced - length) < Rounding) throw new OtherLength(announced);
        throw new TransferIntegrityException(FormattableString.Invariant(
            $"{_client.Describe(_request.Description)} announces {announced} bytes, where {length} were expected. What would arrive is not the whole drive."));
    }

    /// <summary>Two versions of a file must not become one.</summary>
    private void CheckVersion(HttpResponseMessage response)
    {
        if (response.Headers.ETag is not { IsWeak: false, Tag: var tag }) return;
        var before = Interlocked.CompareExchange(ref _version, tag, null);
        if (before is null) OnVersion?.Invoke(tag);
        else if (before != tag)
        {
            OnChanged?.Invoke();
            throw new TransferIntegrityException($"{_client.Describe(_request.Description)} has changed since the download was begun. Download it again from the beginning.");
        }
    }

    /// <summary>Two buffers in turns: one is filled while the other is emptied.</summary>
    private sealed class BufferPair : IDisposable
    {
        private readonly byte[][] _buffers = [TransferBuffers.Rent(), TransferBuffers.Rent()];
        private int _next;

        public byte[] Next() => _buffers[_next ^= 1];

        public void Dispose()
        {
            foreach (var buffer in _buffers) TransferBuffers.Return(buffer);
        }
    }

    /// <summary>How far a range is.</summary>
    private sealed class Cursor
    {
        public long At { get; set; }

        /// <summary>Why the connection broke, while the bytes before that are written; null while it holds.</summary>
        public ExceptionDispatchInfo? Failure { get; set; }
    }

    /// <summary>The file is a little longer or shorter than was thought.</summary>
    private sealed class OtherLength(long length) : TransferException(FormattableString.Invariant($"The length is announced as {length} bytes in one answer and differently in another."))
    {
        public long Length => length;
    }

    /// <summary>The server sends the whole file instead of a range.</summary>
    private sealed class NoRanges() : TransferException("The server answers ranges with the whole file, and not always.");
}
