// A TCP server that writes exactly the bytes that a test wants, broken ones too.
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CloudSigma.Sdk.TestKit.Fakes;

/// <summary>Listens on a free loopback port; each request is handed to a function that owns the connection.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Stream, CancellationToken, Task<bool>> _answer;
    private readonly Task _loop;
    private int _connections;

    /// <param name="answer">Gets the head of a request and the connection; true keeps the connection open.</param>
    public RawServer(Func<string, Stream, CancellationToken, Task<bool>> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = AcceptAsync();
    }

    /// <summary>Writes one text to each request and closes the connection.</summary>
    public RawServer(string text) : this(async (_, stream, token) =>
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")), token).ConfigureAwait(false);
        return false;
    })
    {
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/api/2.0/");

    public int Connections => Volatile.Read(ref _connections);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _loop.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var served = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false);
                Interlocked.Increment(ref _connections);
                served.Add(ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(served).ConfigureAwait(false);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            var stream = client.GetStream();
            try
            {
                while (await ReadHeadAsync(stream).ConfigureAwait(false) is { } head && await _answer(head, stream, _stop.Token).ConfigureAwait(false))
                {
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The other side has gone, or the test is over.
                return;
            }
        }
    }

    private async Task<string?> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token).ConfigureAwait(false) == 1)
        {
            head.Append((char)one[0]);
            if (head.Length > 3 && head.ToString(head.Length - 4, 4) == "\r\n\r\n") return head.ToString();
        }

        return null;
    }
}
