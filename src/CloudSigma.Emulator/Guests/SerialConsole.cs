// The first serial port of a guest: asks for the password and then gives back what is typed.
using System.Security.Cryptography;
using System.Text;

namespace CloudSigma.Emulator.Guests;

internal sealed class SerialConsole(string password)
{
    private const int LongestPassword = 256;

    public async Task ServeAsync(Stream stream, CancellationToken cancellationToken)
    {
        await WriteAsync(stream, "Password: ", cancellationToken).ConfigureAwait(false);
        var typed = await ReadLineAsync(stream, cancellationToken).ConfigureAwait(false);
        if (typed is null || !CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(password)))
        {
            await WriteAsync(stream, "\r\nWrong password\r\n", cancellationToken).ConfigureAwait(false);
            return;
        }

        await WriteAsync(stream, "\r\nConnected\r\n", cancellationToken).ConfigureAwait(false);
        var buffer = new byte[1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
    }

    // Up to the end of a line, CR or LF; null when there is none. The LF of a pair is taken for text of the guest and given back.
    private static async Task<byte[]?> ReadLineAsync(Stream stream, CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        var next = new byte[1];
        while (line.Count <= LongestPassword && await stream.ReadAsync(next, cancellationToken).ConfigureAwait(false) > 0)
        {
            if (next[0] is (byte)'\r' or (byte)'\n') return [.. line];
            line.Add(next[0]);
        }

        return null;
    }

    private static Task WriteAsync(Stream stream, string text, CancellationToken cancellationToken) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken).AsTask();
}
