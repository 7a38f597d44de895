// An HTTP server that costs next to nothing: blocking sockets, prepared answers, no allocation per request.
// So what is measured is the client, and the figures of allocations have nothing of the server in them.
using System.Net;
using System.Net.Sockets;

namespace CloudSigma.Sdk.Benchmarks.Loopback;

/// <summary>Answers one request. The target is path and query as they stand in the request line.</summary>
internal delegate void Answerer(Socket connection, ReadOnlySpan<byte> target);

internal sealed class LoopbackServer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Answerer _answer;

    public LoopbackServer(Answerer answer)
    {
        _answer = answer;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}/api/2.0/");
        Start(Accept);
    }

    public Uri Endpoint { get; }

    /// <summary>A server that gives the same answer to everything, header and body in one write.</summary>
    public static LoopbackServer WithOneAnswer(byte[] answer) => new((connection, _) => Send(connection, answer));

    public static void Send(Socket connection, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[connection.Send(bytes)..];
    }

    public void Dispose() => _listener.Dispose();

    private static void Start(ThreadStart work) => new Thread(work) { IsBackground = true }.Start();

    private void Accept()
    {
        try
        {
            while (true)
            {
                var connection = _listener.Accept();
                connection.NoDelay = true;
                Start(() => Serve(connection));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The server was disposed.
        }
    }

    private void Serve(Socket connection)
    {
        using (connection)
        {
            try
            {
                var buffer = new byte[8192];
                var length = 0;
                while (true)
                {
                    var read = connection.Receive(buffer.AsSpan(length));
                    if (read == 0) return;
                    length += read;
                    // Requests have no body and come one at a time.
                    if (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8)) continue;
                    var line = buffer.AsSpan(0, buffer.AsSpan().IndexOf((byte)'\r'));
                    _answer(connection, line[(line.IndexOf((byte)' ') + 1)..line.LastIndexOf((byte)' ')]);
                    length = 0;
                }
            }
            catch (SocketException)
            {
                // The client has gone.
            }
        }
    }
}
