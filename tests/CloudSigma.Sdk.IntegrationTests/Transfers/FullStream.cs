// A target that takes a little and then no more.
namespace CloudSigma.Sdk.IntegrationTests.Transfers;

internal sealed class FullStream : MemoryStream
{
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        Length > 0 ? throw new IOException("No space left on device") : base.WriteAsync(buffer, cancellationToken);
}
