// A TCP port on 127.0.0.1 behind which a guest answers, until it is closed.
using System.Net;
using System.Net.Sockets;

namespace CloudSigma.Emulator.Guests;

internal sealed class LoopbackPort : IDisposable
{
    /// <summary>How many connections are served at once. More are closed at once.</summary>
    public const int MostConnections = 8;

    private readonly Func<Stream, CancellationToken, Task> _serve;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly HashSet<TcpClient> _connections = [];
    private readonly Lock _gate = new();
    private bool _closed;

    private LoopbackPort(Func<Stream, CancellationToken, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        Number = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public int Number { get; }

    /// <summary>Opens a free port.</summary>
    /// <param name="serve">Serves one connection; the connection ends when it returns.</param>
    /// <exception cref="SocketException">There is no free port.</exception>
    public static LoopbackPort Open(Func<Stream, CancellationToken, Task> serve)
    {
        var port = new LoopbackPort(serve);
        _ = port.AcceptAsync();
        return port;
    }

    /// <summary>Closes the port and all of its connections.</summary>
    public void Dispose()
    {
        TcpClient[] connections;
        lock (_gate)
        {
            if (_closed) return;
            _closed = true;
            connections = [.. _connections];
            _connections.Clear();
        }

        _closing.Cancel();
        _listener.Dispose();
        foreach (var connection in connections) connection.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        // The source of the token may be gone when the loop comes round again, the token may not.
        var closing = _closing.Token;
        while (!closing.IsCancellationRequested)
        {
            TcpClient connection;
            try
            {
                connection = await _listener.AcceptTcpClientAsync(closing).ConfigureAwait(false);
            }
            catch (Exception problem) when (problem is OperationCanceledException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
            catch (SocketException) when (!closing.IsCancellationRequested)
            {
                // The client was gone before it was served; the next one may come.
                continue;
            }
            catch (SocketException)
            {
                return;
            }

            if (TryKeep(connection)) _ = ServeAsync(connection, closing);
            else connection.Dispose();
        }
    }

    private bool TryKeep(TcpClient connection)
    {
        lock (_gate) return !_closed && _connections.Count < MostConnections && _connections.Add(connection);
    }

    private async Task ServeAsync(TcpClient connection, CancellationToken closing)
    {
        try
        {
            await _serve(connection.GetStream(), closing).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // The other side has hung up, or the port is closing. Either way the connection is over.
        }
        finally
        {
            lock (_gate) _connections.Remove(connection);
            connection.Dispose();
        }
    }
}
