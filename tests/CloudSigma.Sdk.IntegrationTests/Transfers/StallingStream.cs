// A source that stops giving bytes.
namespace CloudSigma.Sdk.IntegrationTests.Transfers;

internal sealed class StallingStream(TaskCompletionSource stalled) : MemoryStream
{
    public override bool CanSeek => false;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        stalled.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }
}
