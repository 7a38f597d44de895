// A segment of a source as a stream.
namespace CloudSigma.Sdk.Core.Transfers.Sources;

/// <param name="segment">The segment; it is disposed with the stream.</param>
/// <param name="source">The source of the segment, which is read from its beginning to its end.</param>
/// <param name="meter">Counts what is read; null for nobody.</param>
internal sealed class SegmentStream(SourceSegment segment, SourceReader source, TransferMeter? meter) : ReadOnlyStream
{
    private long _read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_read == source.Length || buffer.IsEmpty) return 0;
        var bytes = await segment.ReadAsync(Math.Min(source.Length - _read, buffer.Length), cancellationToken).ConfigureAwait(false);
        if (bytes.IsEmpty) throw source.Ended(_read);
        bytes.CopyTo(buffer);
        _read += bytes.Length;
        meter?.Add(bytes.Length);
        return bytes.Length;
    }

    public override async ValueTask DisposeAsync()
    {
        await segment.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }
}
