// The host side of the second serial port.
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using CloudSigma.Sdk.TestKit.Json;

namespace CloudSigma.Sdk.Tests.ServerContexts;

/// <summary>Reads questions from a stream and answers them from a JSON document as the host does, or by a script.</summary>
internal sealed partial class FakeContextHost(Stream stream, string context)
{
    public const string Context =
        """{"uuid": "3d504199-6bac-4612-a19e-691c9c6c6728", "name": "web", "cpu": 1000, "mem": 1073741824, "vnc_password": "hunter2", "cpu_model": null, "meta": {"key": "a\nb\t\"c\"", "empty": ""}, "nics": [{"mac": "22:00:00:00:00:01"}]}""";

    private readonly Channel<string> _asked = Channel.CreateUnbounded<string>();

    /// <summary>The context; it may change while the host runs.</summary>
    public string Json { get; set; } = context;

    /// <summary>Bytes that are sent instead of an answer, once for each question that is in it; null answers nothing.</summary>
    public ConcurrentQueue<string?> Script { get; } = new();

    public ConcurrentQueue<string> Paths { get; } = new();

    /// <summary>Waits until a question has come in.</summary>
    public async Task<string> NextQuestionAsync() => await _asked.Reader.ReadAsync();

    public async Task SendAsync(string text)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        await stream.FlushAsync();
    }

    public async Task RunAsync()
    {
        var (buffer, pending) = (new byte[64], "");
        while (await stream.ReadAsync(buffer) is > 0 and var count)
        {
            pending += Encoding.UTF8.GetString(buffer, 0, count);
            while (Question().Match(pending) is { Success: true } match)
            {
                pending = pending[(match.Index + match.Length)..];
                var path = match.Groups["path"].Value;
                Paths.Enqueue(path);
                if (!Script.TryDequeue(out var answer)) answer = Answer(path) + "\n\u0004";
                if (answer is not null) await SendAsync(answer);
                await _asked.Writer.WriteAsync(path);
            }
        }
    }

    private string Answer(string path)
    {
        var value = JsonText.Parse(Json);
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (value.ValueKind == JsonValueKind.Array) value = value[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)];
            else if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value)) return "";
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => value.GetString()!.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal),
            _ => value.GetRawText(),
        };
    }

    [GeneratedRegex("<\r?\n(?<path>[^\r\n]*)\r?\n>")]
    private static partial Regex Question();
}
