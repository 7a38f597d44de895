// A source that is read once, from its beginning to its end.
namespace CloudSigma.Sdk.Core.Transfers.Sources;

/// <summary>Hands out one segment after the other; each goes on where the one before has stopped.</summary>
/// <param name="stream">The stream; it stays open.</param>
/// <param name="length">How many bytes are wanted of it.</param>
internal class SequentialReader(Stream stream, long length) : SourceReader
{
    private byte[] _head = [];
    private bool _peeked;
    private long _position;

    public override long Length => length;

    public override bool IsRandomAccess => false;

    protected Stream Stream => stream;

    /// <value>Bytes that were read.</value>
    protected long Position => _position;

    public override ValueTask<SourceSegment> OpenAsync(long offset, CancellationToken cancellationToken) => offset >= _position
        ? SkipAsync(offset, cancellationToken)
        : throw new TransferException("The source can be read only once, and a part of it is needed again. Use a file, a stream that can seek, or a factory.");

    public override async ValueTask<byte[]> PeekAsync(int count, CancellationToken cancellationToken)
    {
        if (_peeked) return _head[..Math.Min(count, _head.Length)];
        _peeked = true;
        var head = new byte[Math.Min(count, length)];
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        _head = head[..read];
        return _head;
    }

    /// <summary>A resumed run has no use for what has arrived before.</summary>
    protected async ValueTask<SourceSegment> SkipAsync(long offset, CancellationToken cancellationToken)
    {
        var segment = new Segment(this);
        try
        {
            while (_position < offset)
            {
                if ((await ReadAsync(segment, offset - _position, cancellationToken).ConfigureAwait(false)).IsEmpty) throw Ended(_position);
            }

            return segment;
        }
        catch
        {
            await segment.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private sealed class Segment(SequentialReader reader) : SourceSegment
    {
        public override async ValueTask<ReadOnlyMemory<byte>> ReadAsync(long count, CancellationToken cancellationToken)
        {
            if (reader._position < reader._head.Length)
            {
                var head = reader._head.AsMemory((int)reader._position);
                if (head.Length > count) head = head[..(int)count];
                reader._position += head.Length;
                return head;
            }

            var read = await reader.Stream.ReadAsync(Room(count), cancellationToken).ConfigureAwait(false);
            reader._position += read;
            return Buffer.AsMemory(0, read);
        }
    }
}
