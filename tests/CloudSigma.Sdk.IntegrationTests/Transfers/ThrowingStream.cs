// A target that throws what a test wants, once.
namespace CloudSigma.Sdk.IntegrationTests.Transfers;

internal sealed class ThrowingStream(Exception error) : MemoryStream
{
    private Exception? _error = error;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_error is not { } error) return base.WriteAsync(buffer, cancellationToken);
        _error = null;
        throw error;
    }
}
