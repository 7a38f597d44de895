// Bytes of a source from an offset on.
namespace CloudSigma.Sdk.Core.Transfers.Sources;

/// <summary>Reads a source from an offset on, one piece after the other, through a buffer of its own.</summary>
internal abstract class SourceSegment : IAsyncDisposable
{
    private byte[]? _buffer;
    private bool _isDisposed;
    private volatile bool _isAbandoned;

    /// <value>The buffer, which is rented when it is needed first.</value>
    /// <exception cref="ObjectDisposedException">The segment is disposed.</exception>
    protected byte[] Buffer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _buffer ??= TransferBuffers.Rent();
        }
    }

    /// <summary>Reads the next bytes. They are valid until the next call.</summary>
    /// <param name="count">The most that is wanted.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>At least one byte; none at the end of the source.</returns>
    public abstract ValueTask<ReadOnlyMemory<byte>> ReadAsync(long count, CancellationToken cancellationToken);

    /// <summary>A read was given up and may go on writing into the buffer: that is not lent to others any more.</summary>
    public void Abandon() => _isAbandoned = true;

    public ValueTask DisposeAsync()
    {
        if (_isDisposed) return ValueTask.CompletedTask;
        _isDisposed = true;
        if (_buffer is not null && !_isAbandoned) TransferBuffers.Return(_buffer);
        _buffer = null;
        return CloseAsync();
    }

    /// <summary>The part of the buffer that a read may fill.</summary>
    protected Memory<byte> Room(long count) => Buffer.AsMemory(0, (int)Math.Min(count, TransferBuffers.Size));

    /// <summary>Closes what lies under the segment.</summary>
    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;
}
