// A client of the ports of guests: plain TCP, and as much of RFB as the tests need.
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace CloudSigma.Emulator.Tests.Servers;

public sealed class GuestClient : IDisposable
{
    private readonly TcpClient _client = new();
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(20));

    public static async Task<GuestClient> ConnectAsync(string url)
    {
        var address = new Uri(url);
        var client = new GuestClient();
        await client._client.ConnectAsync(address.Host, address.Port, client._patience.Token);
        return client;
    }

    /// <summary>True when nobody listens any more.</summary>
    public static async Task<bool> IsClosedAsync(string url)
    {
        try
        {
            using var client = await ConnectAsync(url);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    public async Task<byte[]> ReadAsync(int count)
    {
        var bytes = new byte[count];
        await _client.GetStream().ReadExactlyAsync(bytes, _patience.Token);
        return bytes;
    }

    public async Task<string> ReadTextAsync(int count) => Encoding.ASCII.GetString(await ReadAsync(count));

    public async Task WriteAsync(params byte[] bytes) => await _client.GetStream().WriteAsync(bytes, _patience.Token);

    public Task WriteTextAsync(string text) => WriteAsync(Encoding.ASCII.GetBytes(text));

    /// <summary>True when the other side has hung up and nothing more comes.</summary>
    public async Task<bool> HasEndedAsync()
    {
        try
        {
            return await _client.GetStream().ReadAsync(new byte[1], _patience.Token) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Reads what is still under way, until the other side hangs up.</summary>
    public async Task ReadToEndAsync()
    {
        while (!await HasEndedAsync()) _patience.Token.ThrowIfCancellationRequested();
    }

    /// <summary>Goes through the handshake of RFB 3.8 and the login, up to the result.</summary>
    public async Task<byte[]> LogInAsync(string password)
    {
        Assert.Equal("RFB 003.008\n", await ReadTextAsync(12));
        await WriteTextAsync("RFB 003.008\n");
        Assert.Equal([1, 2], await ReadAsync(2));
        await WriteAsync(2);
        await WriteAsync(Response(await ReadAsync(16), password));
        return await ReadAsync(4);
    }

    /// <summary>The answer to a challenge, made in another way than that of the emulator.</summary>
    public static byte[] Response(byte[] challenge, string password)
    {
        var key = new byte[8];
        var text = Encoding.ASCII.GetBytes(password.PadRight(8, '\0')[..8]);
        for (var i = 0; i < 8; i++) key[i] = Convert.ToByte(new string([.. Convert.ToString(text[i], 2).PadLeft(8, '0').Reverse()]), 2);
#pragma warning disable CA5351 // The protocol asks for DES.
        using var des = DES.Create();
#pragma warning restore CA5351
        des.Mode = CipherMode.ECB;
        des.Padding = PaddingMode.None;
        des.Key = key;
        using var encryptor = des.CreateEncryptor();
        return encryptor.TransformFinalBlock(challenge, 0, challenge.Length);
    }

    public void Dispose()
    {
        _client.Dispose();
        _patience.Dispose();
    }
}
