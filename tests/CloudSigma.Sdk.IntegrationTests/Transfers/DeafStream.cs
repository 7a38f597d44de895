// A source that gives nothing and does not look at its token, as a terminal.
namespace CloudSigma.Sdk.IntegrationTests.Transfers;

internal sealed class DeafStream(TaskCompletionSource reading) : MemoryStream
{
    public override bool CanSeek => false;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        reading.TrySetResult();
        await Task.Delay(Timeout.Infinite, CancellationToken.None);
        return 0;
    }
}
