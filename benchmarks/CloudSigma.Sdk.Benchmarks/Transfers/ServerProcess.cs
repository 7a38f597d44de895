// Starts and asks the emulator in its process.
using System.Globalization;

namespace CloudSigma.Sdk.Benchmarks.Transfers;

internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private ServerProcess(ChildProcess process, Uri endpoint, Uri direct) => (_process, Endpoint, Direct) = (process, endpoint, direct);

    public Uri Endpoint { get; }

    public Uri Direct { get; }

    public static async Task<ServerProcess> StartAsync(string folder, long bytesPerSecond = 0, long dropEvery = 0)
    {
        var process = ChildProcess.Self(TransferServer.Command, folder, Text(bytesPerSecond), Text(dropEvery));
        var addresses = (await process.ReadLineAsync().ConfigureAwait(false)).Split(' ');
        return new ServerProcess(process, new Uri(addresses[0]), new Uri(addresses[1]));
    }

    /// <summary>Bytes of images that came in and went out since the log was cleared, and how many requests broke.</summary>
    public async Task<(long Received, long Sent, long Broken)> AskAsync(string command = "sums")
    {
        await _process.WriteLineAsync(command).ConfigureAwait(false);
        var sums = (await _process.ReadLineAsync().ConfigureAwait(false)).Split(' ').Select(static s => long.Parse(s, CultureInfo.InvariantCulture)).ToArray();
        return (sums[0], sums[1], sums[2]);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
