// The second serial port of a guest: "<", a line with a path, ">", and the value comes back with LF and EOT behind it.
using System.Text;

namespace CloudSigma.Emulator.Guests;

/// <summary>Answers on one connection.</summary>
/// <param name="find">The value at a path as text; null when the guest is off, which ends the connection.</param>
internal sealed class ContextPort(Func<string, string?> find)
{
    private const int LongestPath = 4096;
    private const char EndOfTransmission = '\x04';

    public async Task ServeAsync(Stream stream, CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        var part = Part.Noise;
        var buffer = new byte[512];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            for (var i = 0; i < read; i++)
            {
                if (!Take(ref part, line, buffer[i])) continue;
                if (find(Path(line)) is not { } value) return;
                await stream.WriteAsync(Encoding.UTF8.GetBytes($"{value}\n{EndOfTransmission}"), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Takes the next byte; true when a question is complete. What is no question is noise on the line, as on every serial port.
    private static bool Take(ref Part part, List<byte> line, byte next)
    {
        var before = part;
        part = (before, next) switch
        {
            (Part.Path, (byte)'\n') => Part.End,
            (Part.Path, _) when line.Count < LongestPath => Part.Path,
            (Part.Start, (byte)'\r') => Part.Start,
            (Part.Start, (byte)'\n') => Part.Path,
            (Part.End, (byte)'>') => Part.Noise,
            (_, (byte)'<') => Part.Start,
            _ => Part.Noise,
        };
        if (part is Part.Start) line.Clear();
        if (before is Part.Path && part is Part.Path) line.Add(next);
        return before is Part.End && next == '>';
    }

    private static string Path(List<byte> line) => Encoding.UTF8.GetString([.. line]).TrimEnd('\r');

    private enum Part
    {
        Noise,
        Start,
        Path,
        End,
    }
}
