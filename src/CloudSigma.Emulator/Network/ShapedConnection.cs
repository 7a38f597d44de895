// Puts a slower and less reliable line between a connection and the web server.
using System.IO.Pipelines;
using CloudSigma.Emulator.Lifecycle;
using Microsoft.AspNetCore.Connections;

namespace CloudSigma.Emulator.Network;

internal static class ShapedConnection
{
    private const int Window = 256 * 1024;

    // Small, so that a slow line slows its ends down and does not swallow whole images.
    private static readonly PipeOptions Options = new(
        pauseWriterThreshold: Window, resumeWriterThreshold: Window / 2, useSynchronizationContext: false);

    public static async Task RunAsync(ConnectionContext connection, EmulatorNetwork network, EmulatorClock clock, ConnectionDelegate next)
    {
        var line = connection.Transport;
        var (inbound, outbound) = (new Pipe(Options), new Pipe(Options));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed);
        var receiving = new LinePump(network, clock, connection.Abort).RunAsync(line.Input, inbound.Writer, end.Token);
        var sending = new LinePump(network, clock, connection.Abort).RunAsync(outbound.Reader, line.Output, end.Token);
        connection.Transport = new ShapedPipe(inbound.Reader, outbound.Writer);
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            // What the server has said goes out before the connection ends; nothing more comes in.
            await inbound.Reader.CompleteAsync().ConfigureAwait(false);
            await outbound.Writer.CompleteAsync().ConfigureAwait(false);
            await sending.ConfigureAwait(false);
            await end.CancelAsync().ConfigureAwait(false);
            await receiving.ConfigureAwait(false);
            connection.Transport = line;
        }
    }

    private sealed class ShapedPipe(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
