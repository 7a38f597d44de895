// A part of a source that is a stream of its own.
namespace CloudSigma.Sdk.Core.Transfers.Sources;

/// <param name="stream">The stream.</param>
/// <param name="ownsStream">Whether the stream is disposed with the segment.</param>
internal sealed class StreamSegment(Stream stream, bool ownsStream) : SourceSegment
{
    public override async ValueTask<ReadOnlyMemory<byte>> ReadAsync(long count, CancellationToken cancellationToken)
    {
        var read = await stream.ReadAsync(Room(count), cancellationToken).ConfigureAwait(false);
        return Buffer.AsMemory(0, read);
    }

    protected override ValueTask CloseAsync() => ownsStream ? stream.DisposeAsync() : ValueTask.CompletedTask;
}
