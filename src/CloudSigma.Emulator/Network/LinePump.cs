// Carries the bytes of one direction of a connection, not faster than allowed and not more than allowed.
using System.Buffers;
using System.IO.Pipelines;
using CloudSigma.Emulator.Lifecycle;
using Microsoft.AspNetCore.Connections;

namespace CloudSigma.Emulator.Network;

internal sealed class LinePump(EmulatorNetwork network, EmulatorClock clock, Action<ConnectionAbortedException> abort)
{
    private readonly TokenBucket? _bucket = network.BytesPerSecond is { } rate ? new TokenBucket(clock, rate) : null;
    private long _carried;

    public async Task RunAsync(PipeReader source, PipeWriter target, CancellationToken cancellationToken)
    {
        Exception? problem = null;
        try
        {
            while (true)
            {
                var read = await source.ReadAsync(cancellationToken).ConfigureAwait(false);
                var buffer = read.Buffer;
                var count = Math.Min(buffer.Length, _bucket?.Piece ?? long.MaxValue);
                if (network.DropEvery is { } limit) count = Math.Min(count, limit - _carried);
                if (count > 0)
                {
                    if (_bucket is not null) await _bucket.TakeAsync(count, cancellationToken).ConfigureAwait(false);
                    Copy(buffer.Slice(0, count), target);
                    _carried += count;
                    var flush = await target.FlushAsync(cancellationToken).ConfigureAwait(false);
                    if (flush.IsCompleted) break;
                }

                source.AdvanceTo(buffer.GetPosition(count));
                if (_carried == network.DropEvery)
                {
                    problem = new ConnectionAbortedException("The line was cut.");
                    abort((ConnectionAbortedException)problem);
                    break;
                }

                if (read.IsCompleted && count == buffer.Length) break;
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or InvalidOperationException)
        {
            problem = failure;
        }

        await source.CompleteAsync(problem).ConfigureAwait(false);
        await target.CompleteAsync(problem).ConfigureAwait(false);
    }

    private static void Copy(ReadOnlySequence<byte> source, PipeWriter target)
    {
        foreach (var segment in source) target.Write(segment.Span);
    }
}
