// The two directions of the line to the server context.
using System.Buffers;

namespace CloudSigma.Sdk;

/// <summary>Writes questions and reads answers. A read or write that was given up goes on, for many serial ports cannot stop one; the next takes it over.</summary>
internal sealed class ContextLine(Stream stream, int maxLength)
{
    private const byte EndOfAnswer = 0x04;

    private readonly byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;
    private Task<int>? _read;
    private Task? _write;

    /// <summary>Drops what has arrived and was not asked for.</summary>
    public void Forget() => _start = _end = 0;

    public async Task WriteAsync(byte[] question, CancellationToken cancellationToken)
    {
        // An earlier write that failed was told to its caller; this one tries anew.
        if (_write is { } earlier) await earlier.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        _write = SendAsync(question);
        await _write.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads one answer without its end.</summary>
    /// <returns>The bytes; null when there were more than the most. Those are read to the end too, so that the next answer is a new one.</returns>
    /// <exception cref="EndOfStreamException">The stream ended before the answer did.</exception>
    public async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        var answer = new ArrayBufferWriter<byte>();
        var isTooLong = false;
        while (true)
        {
            if (_start == _end) await FillAsync(cancellationToken).ConfigureAwait(false);
            var arrived = _buffer.AsSpan(_start, _end - _start);
            var length = arrived.IndexOf(EndOfAnswer);
            var part = length < 0 ? arrived : arrived[..length];
            isTooLong |= answer.WrittenCount + part.Length > maxLength;
            if (!isTooLong) answer.Write(part);
            _start += length < 0 ? part.Length : part.Length + 1;
            if (length >= 0) return isTooLong ? null : answer.WrittenSpan.ToArray();
        }
    }

    /// <summary>Makes sure that the failure of a read or write that nobody waits for is seen by somebody.</summary>
    public void Abandon()
    {
        foreach (var task in new[] { _read, _write })
            task?.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        _read ??= stream.ReadAsync(_buffer, CancellationToken.None).AsTask();
        var reading = _read;
        int count;
        try
        {
            count = await reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // One that was given up goes on and is taken over; one that has failed is not asked again.
            if (reading.IsCompleted) _read = null;
        }

        if (count == 0) throw new EndOfStreamException("the stream has ended");
        (_start, _end) = (0, count);
    }

    private async Task SendAsync(byte[] question)
    {
        await stream.WriteAsync(question, CancellationToken.None).ConfigureAwait(false);
        await stream.FlushAsync(CancellationToken.None).ConfigureAwait(false);
    }
}
