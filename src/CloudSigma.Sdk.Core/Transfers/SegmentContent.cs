// A part of a source as the body of a request.
using System.Net;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Transfers.Sources;

namespace CloudSigma.Sdk.Core.Transfers;

/// <summary>Sends a part of a source with its exact length, straight from the source's buffers into the connection.</summary>
internal sealed class SegmentContent : HttpContent
{
    /// <summary>
    /// A body of this size is sent by a thread of its own, without giving it back at each full buffer: the search of the pool for other work in between costs as much as the sending,
    /// measured as processor time against curl.
    /// </summary>
    private const long WorthAThread = 64L << 20;

    private readonly SourceReader _source;
    private readonly Func<CancellationToken, ValueTask<SourceSegment>> _open;
    private readonly long _length;
    private readonly TransferMeter _meter;
    private readonly Deadline _deadline;
    private readonly Action<ReadOnlyMemory<byte>>? _onBytes;
    private readonly TimeSpan _answerTimeout;

    /// <param name="source">The source.</param>
    /// <param name="open">Opens the part.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <param name="meter">Counts what has gone.</param>
    /// <param name="deadline">Is given its full time with each piece that has gone.</param>
    /// <param name="answerTimeout">The time for the answer, once all has gone.</param>
    /// <param name="onBytes">Sees the bytes as they go; null for nobody.</param>
    public SegmentContent(
        SourceReader source, Func<CancellationToken, ValueTask<SourceSegment>> open, long length, TransferMeter meter, Deadline deadline, TimeSpan answerTimeout, Action<ReadOnlyMemory<byte>>? onBytes = null)
    {
        _source = source;
        _open = open;
        _length = length;
        _meter = meter;
        _deadline = deadline;
        _answerTimeout = answerTimeout;
        _onBytes = onBytes;
        Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");
    }

    /// <value>Bytes that were handed to the connection.</value>
    public long Sent { get; private set; }

    /// <value>Why the source could not be read; null when it could. A connection that broke has another cause.</value>
    public Exception? SourceError { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The deadline's token too: while the source is read, nobody else looks at it.
        var token = _deadline.Token;
        var segment = await ReadAsync(OpenAsync(token), null, token).ConfigureAwait(false);
        await using (segment.ConfigureAwait(false))
        {
            if (_length < WorthAThread) await SendAsync(segment, stream, token, cancellationToken).ConfigureAwait(false);
            else await Task.Factory.StartNew(() => Send(segment, stream, token), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default).ConfigureAwait(false);
            _deadline.Restart(_answerTimeout);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    private async Task SendAsync(SourceSegment segment, Stream stream, CancellationToken reading, CancellationToken cancellationToken)
    {
        while (Sent < _length)
        {
            var bytes = await ReadAsync(segment.ReadAsync(_length - Sent, reading), segment, reading).ConfigureAwait(false);
            if (bytes.IsEmpty) throw SourceError = _source.Ended(Sent);
            await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            Count(bytes);
        }
    }

    /// <summary>The same on a thread that has nothing else to do. When the deadline or the caller ends the request, its connection is closed, which ends a write.</summary>
    private void Send(SourceSegment segment, Stream stream, CancellationToken reading)
    {
        while (Sent < _length)
        {
            var read = ReadAsync(segment.ReadAsync(_length - Sent, reading), segment, reading);
            var bytes = read.IsCompletedSuccessfully ? read.Result : read.AsTask().GetAwaiter().GetResult();
            if (bytes.IsEmpty) throw SourceError = _source.Ended(Sent);
            stream.Write(bytes.Span);
            Count(bytes);
        }
    }

    private void Count(ReadOnlyMemory<byte> bytes)
    {
        _onBytes?.Invoke(bytes);
        Sent += bytes.Length;
        _meter.Add(bytes.Length);
        _deadline.Restart();
    }

    /// <summary>An error of opening comes out of the task, also when it is thrown before there is one.</summary>
    private async ValueTask<SourceSegment> OpenAsync(CancellationToken cancellationToken) => await _open(cancellationToken).ConfigureAwait(false);

    private async ValueTask<T> ReadAsync<T>(ValueTask<T> read, SourceSegment? segment, CancellationToken cancellationToken)
    {
        try
        {
            return await SourceWatch.WaitAsync(read, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            segment?.Abandon();
            throw;
        }
        catch (Exception e)
        {
            SourceError = e;
            throw;
        }
    }
}
