// A stream as from a pipe: it cannot seek, does not know its length, and gives little at a time.
namespace CloudSigma.Sdk.IntegrationTests.Transfers;

internal sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, 10_000)], cancellationToken);
}
