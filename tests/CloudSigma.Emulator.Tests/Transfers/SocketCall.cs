// One request over a bare socket, for what HttpClient does not do: to break off, to wait for 100, to lie about lengths.
using System.Net.Sockets;
using System.Text;

namespace CloudSigma.Emulator.Tests.Transfers;

internal sealed class SocketCall : IDisposable
{
    private readonly TcpClient _client = new();

    private SocketCall()
    {
    }

    /// <summary>Connects and sends the header.</summary>
    public static async Task<SocketCall> StartAsync(Uri address, EmulatorAccount? account, params string[] headers)
    {
        var call = new SocketCall();
        await call._client.ConnectAsync(address.Host, address.Port);
        var text = new StringBuilder($"POST {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n");
        if (account is not null)
            text.Append($"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Email}:{account.Password}"))}\r\n");
        foreach (var header in headers) text.Append(header).Append("\r\n");
        await call.SendAsync(Encoding.ASCII.GetBytes(text.Append("\r\n").ToString()));
        return call;
    }

    public async Task SendAsync(byte[] bytes) => await _client.GetStream().WriteAsync(bytes);

    /// <summary>Reads one header of an answer.</summary>
    public async Task<string> ReadHeadAsync()
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await _client.GetStream().ReadAsync(one) == 0) break;
            text.Append((char)one[0]);
        }

        return text.ToString();
    }

    public void Dispose() => _client.Dispose();
}
