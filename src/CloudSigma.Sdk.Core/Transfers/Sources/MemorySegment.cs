// Bytes that are in memory already.
namespace CloudSigma.Sdk.Core.Transfers.Sources;

internal sealed class MemorySegment(ReadOnlyMemory<byte> bytes) : SourceSegment
{
    private ReadOnlyMemory<byte> _left = bytes;

    public override ValueTask<ReadOnlyMemory<byte>> ReadAsync(long count, CancellationToken cancellationToken)
    {
        // In pieces, so that progress is seen and a stall is one.
        var next = _left[..(int)Math.Min(Math.Min(count, _left.Length), TransferBuffers.Size)];
        _left = _left[next.Length..];
        return new ValueTask<ReadOnlyMemory<byte>>(next);
    }
}
