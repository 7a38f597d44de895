// A source that a function opens anywhere.
namespace CloudSigma.Sdk.Core.Transfers.Sources;

internal sealed class FactoryReader(Func<long, Stream> open, long length) : SourceReader
{
    public override long Length => length;

    public override bool IsRandomAccess => true;

    public override ValueTask<SourceSegment> OpenAsync(long offset, CancellationToken cancellationToken)
    {
        var stream = open(offset) ?? throw new TransferException($"The factory of the source gave no stream for offset {offset}.");
        return new ValueTask<SourceSegment>(new StreamSegment(stream, ownsStream: true));
    }
}
