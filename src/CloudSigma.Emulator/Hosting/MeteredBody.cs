// The body of a request: counts what is read, and lets a fault cut the connection in the middle.
namespace CloudSigma.Emulator.Hosting;

internal sealed class MeteredBody(Stream body, RequestLine line, long? cutAfter) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => line.BytesReceived;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cutAfter is { } limit)
        {
            if (line.BytesReceived >= limit) throw new CutException();
            if (buffer.Length > limit - line.BytesReceived) buffer = buffer[..(int)(limit - line.BytesReceived)];
        }

        var count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        line.BytesReceived += count;
        // A body that is shorter than the fault expects is cut at its end.
        if (count == 0 && buffer.Length > 0 && cutAfter is not null) throw new CutException();
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
