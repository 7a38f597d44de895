// One stream that can seek, shared by all parts: each read goes to its place first.
namespace CloudSigma.Sdk.Core.Transfers.Sources;

/// <param name="stream">The stream; it stays open.</param>
/// <param name="start">Where the bytes begin.</param>
/// <param name="length">How many there are.</param>
/// <param name="toEnd">Whether they are all up to the end of the stream.</param>
internal sealed class SeekableReader(Stream stream, long start, long length, bool toEnd) : SourceReader
{
    private readonly SemaphoreSlim _turn = new(1);

    public override long Length => length;

    public override bool IsRandomAccess => true;

    public override ValueTask<SourceSegment> OpenAsync(long offset, CancellationToken cancellationToken) => new(new Segment(this, offset));

    public override ValueTask CheckEndAsync(CancellationToken cancellationToken) => toEnd && stream.Length != start + length
        ? throw new TransferIntegrityException(FormattableString.Invariant($"The stream had {length} bytes when the upload began and has {stream.Length - start} now. What was sent may be a mixture."))
        : ValueTask.CompletedTask;

    protected override ValueTask CloseAsync()
    {
        _turn.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<int> ReadAtAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            stream.Seek(start + offset, SeekOrigin.Begin);
            return await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private sealed class Segment(SeekableReader reader, long offset) : SourceSegment
    {
        public override async ValueTask<ReadOnlyMemory<byte>> ReadAsync(long count, CancellationToken cancellationToken)
        {
            var read = await reader.ReadAtAsync(offset, Room(count), cancellationToken).ConfigureAwait(false);
            offset += read;
            return Buffer.AsMemory(0, read);
        }
    }
}
