// The targets of image transfers, as ratios within one run.
using System.Globalization;

namespace CloudSigma.Sdk.Benchmarks.Transfers;

/// <summary>Moves images to and from the emulator on the loopback, by the SDK and by curl in turns, and prints a line for each target.</summary>
internal static class TransferCheck
{
    private const long MiB = 1L << 20;
    private const long GiB = 1L << 30;
    private const int Rounds = 5;

    // What the worker moves to warm up, which is in the log of the server too.
    private const long WarmUpload = 3 * 16 * MiB;
    private const long WarmDownload = 512 * MiB;

    /// <param name="part">What is measured: <c>curl</c>, <c>memory</c>, <c>connections</c> or <c>breaks</c>; null for all.</param>
    /// <param name="folder">Where images are written; null for <c>/dev/shm</c> where there is one, for a disk would be measured instead of the programs.</param>
    public static async Task RunAsync(string? part, string? folder)
    {
        var root = Path.Combine(folder ?? (Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath()), $"cloudsigma-benchmark-{Environment.ProcessId}");
        Directory.CreateDirectory(root);
        try
        {
            Console.WriteLine($"Images in {root}; medians of {Rounds} rounds in which both take turns; warm processes.");
            if (part is null or "curl") await CompareWithCurlAsync(root).ConfigureAwait(false);
            if (part is null or "memory") await MeasureMemoryAsync(root).ConfigureAwait(false);
            if (part is null or "connections") await CompareConnectionsAsync(root).ConfigureAwait(false);
            if (part is null or "breaks") await CountBytesAsync(root).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task CompareWithCurlAsync(string root)
    {
        var (image, target) = (Path.Combine(root, "image"), Path.Combine(root, "target"));
        await WriteRandomAsync(image, 2 * GiB).ConfigureAwait(false);
        var server = await ServerProcess.StartAsync(root).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            List<TransferRun> curlUp = [], sdkUp = [], curlDown = [], sdkDown = [], curlHash = [], sdkHash = [], sdkFour = [];
            for (var round = -1; round < Rounds; round++)
            {
                var first = await Curl.UploadAsync(server.Direct, image).ConfigureAwait(false);
                await DeleteAsync(server, first.Drive).ConfigureAwait(false);
                var second = await WorkAsync(server, "up", image, "Raw", 1).ConfigureAwait(false);
                var third = await Curl.DownloadAsync(server.Direct, second.Drive, target).ConfigureAwait(false);
                File.Delete(target);
                var fourth = await WorkAsync(server, "down", target, second.Drive.ToString(), 1).ConfigureAwait(false);
                File.Delete(target);
                var fifth = await WorkAsync(server, "down", target, second.Drive.ToString(), 4).ConfigureAwait(false);
                File.Delete(target);
                var sixth = await Curl.DownloadAsync(server.Direct, second.Drive, target, thenSha256: true).ConfigureAwait(false);
                File.Delete(target);
                var seventh = await WorkAsync(server, "down", target, second.Drive.ToString(), 1, "sha256").ConfigureAwait(false);
                File.Delete(target);
                await DeleteAsync(server, second.Drive).ConfigureAwait(false);
                // The first round finds memory that nobody has touched yet.
                if (round < 0) continue;
                curlUp.Add(first);
                sdkUp.Add(second);
                curlDown.Add(third);
                sdkDown.Add(fourth);
                sdkFour.Add(fifth);
                curlHash.Add(sixth);
                sdkHash.Add(seventh);
            }

            Compare("raw upload of 2 GiB", 2 * GiB, curlUp, sdkUp);
            Compare("download of 2 GiB, one connection", 2 * GiB, curlDown, sdkDown);
            Compare("the same over four connections, the default", 2 * GiB, curlDown, sdkFour);
            Compare("one connection with SHA-256, against curl and then sha256sum", 2 * GiB, curlHash, sdkHash);
        }

        File.Delete(image);
    }

    private static async Task MeasureMemoryAsync(string root)
    {
        var (image, target) = (Path.Combine(root, "image"), Path.Combine(root, "target"));
        var server = await ServerProcess.StartAsync(root).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            foreach (var size in new[] { 256 * MiB, 8 * GiB })
            {
                using (var file = File.OpenHandle(image, FileMode.Create, FileAccess.Write)) RandomAccess.SetLength(file, size);
                var up = await WorkAsync(server, "up", image, "ChunkLinks", 4).ConfigureAwait(false);
                var raw = await WorkAsync(server, "up", image, "Raw", 1).ConfigureAwait(false);
                var down = await WorkAsync(server, "down", target, up.Drive.ToString(), 4, "sha256").ConfigureAwait(false);
                File.Delete(target);
                Print(
                    $"peak managed memory, {size / MiB} MiB of zeros", $"raw {Size(raw.PeakMemory)}, chunks {Size(up.PeakMemory)}, download {Size(down.PeakMemory)}",
                    Math.Max(raw.PeakMemory, Math.Max(up.PeakMemory, down.PeakMemory)) < 32 * MiB, "under 32 MiB");
            }
        }

        File.Delete(image);
    }

    private static async Task CompareConnectionsAsync(string root)
    {
        const int Connections = 8;
        const long PerSecond = 20_000_000;
        var (image, target) = (Path.Combine(root, "image"), Path.Combine(root, "target"));
        // Eight ranges have to be there for eight connections.
        await WriteRandomAsync(image, 8 * 64 * MiB).ConfigureAwait(false);
        var server = await ServerProcess.StartAsync(root, bytesPerSecond: PerSecond).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            var eight = await WorkAsync(server, "up", image, "ChunkLinks", Connections).ConfigureAwait(false);
            var one = await WorkAsync(server, "up", image, "ChunkLinks", 1).ConfigureAwait(false);
            Print($"upload over {Connections} connections of {PerSecond / 1_000_000} MB/s", $"{one.Seconds / eight.Seconds:0.00} x one", one.Seconds / eight.Seconds >= 6, "6 x");
            var eightDown = await WorkAsync(server, "down", target, eight.Drive.ToString(), Connections).ConfigureAwait(false);
            File.Delete(target);
            var oneDown = await WorkAsync(server, "down", target, eight.Drive.ToString(), 1).ConfigureAwait(false);
            File.Delete(target);
            Print($"download over {Connections} connections of {PerSecond / 1_000_000} MB/s", $"{oneDown.Seconds / eightDown.Seconds:0.00} x one", oneDown.Seconds / eightDown.Seconds >= 6, "6 x");
        }

        File.Delete(image);
    }

    private static async Task CountBytesAsync(string root)
    {
        var (image, target) = (Path.Combine(root, "image"), Path.Combine(root, "target"));
        await WriteRandomAsync(image, GiB).ConfigureAwait(false);
        var server = await ServerProcess.StartAsync(root, dropEvery: 64 * MiB).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            await server.AskAsync("clear").ConfigureAwait(false);
            var up = await WorkAsync(server, "up", image, "Automatic", 4).ConfigureAwait(false);
            var (received, _, brokenUp) = await server.AskAsync().ConfigureAwait(false);
            Twice("upload", received - WarmUpload, brokenUp);
            foreach (var connections in new[] { 1, 4 })
            {
                await server.AskAsync("clear").ConfigureAwait(false);
                await WorkAsync(server, "down", target, up.Drive.ToString(), connections).ConfigureAwait(false);
                var (_, sent, brokenDown) = await server.AskAsync().ConfigureAwait(false);
                if (!await IsSameAsync(image, target).ConfigureAwait(false)) throw new InvalidOperationException("The image that came back is another one.");
                File.Delete(target);
                Twice($"download, {connections} connections", sent - WarmDownload, brokenDown);
            }
        }

        File.Delete(image);
    }

    private static void Twice(string what, long moved, long broken)
    {
        var twice = (double)(moved - GiB) / GiB;
        Print($"{what} of 1 GiB, a break every 64 MiB ({broken} breaks)", $"{twice:P2} of the bytes twice", twice < 0.02, "under 2 %");
    }

    private static void Compare(string what, long bytes, List<TransferRun> curl, List<TransferRun> sdk)
    {
        var speed = Median(curl.Zip(sdk, static (c, s) => c.Seconds / s.Seconds));
        var processor = Median(curl.Zip(sdk, static (c, s) => s.Processor / c.Processor));
        var (c, s) = (Median(curl.Select(static r => r.Seconds)), Median(sdk.Select(static r => r.Seconds)));
        Print(what + ": speed", $"{speed:0.00} x curl ({bytes / s / 1e6:0} and {bytes / c / 1e6:0} MB/s)", speed >= 0.9, "0.9 x");
        Print(
            what + ": processor", $"{processor:0.00} x curl ({Median(sdk.Select(static r => r.Processor)):0.00} and {Median(curl.Select(static r => r.Processor)):0.00} s)", processor <= 1.5, "1.5 x");
    }

    private static async Task<TransferRun> WorkAsync(ServerProcess server, string direction, string file, string what, int connections, params string[] more)
    {
        var worker = ChildProcess.Self([TransferWorker.Command, server.Endpoint.AbsoluteUri, direction, file, what, connections.ToString(CultureInfo.InvariantCulture), .. more]);
        await using (worker.ConfigureAwait(false)) return TransferRun.Parse((await worker.ReadToEndAsync().ConfigureAwait(false)).Output);
    }

    private static async Task DeleteAsync(ServerProcess server, Guid drive)
    {
        using var client = new CloudSigmaClient(new CloudSigmaClientOptions { Endpoint = server.Endpoint, Credential = CloudSigmaCredential.Basic("user@example.com", "secret") });
        await client.Drives.Track(await client.Drives.GetAsync(drive).ConfigureAwait(false)).WaitForCompletionAsync().ConfigureAwait(false);
        await client.Drives.DeleteAsync(drive).ConfigureAwait(false);
    }

    private static async Task WriteRandomAsync(string path, long length)
    {
        var random = new Random(1);
        var buffer = new byte[MiB];
        var file = File.Create(path);
        await using (file.ConfigureAwait(false))
        {
            for (var written = 0L; written < length; written += buffer.Length)
            {
                random.NextBytes(buffer);
                await file.WriteAsync(buffer).ConfigureAwait(false);
            }
        }
    }

    private static async Task<bool> IsSameAsync(string one, string other)
    {
        var process = ChildProcess.Start("cmp", one, other);
        await using (process.ConfigureAwait(false)) return (await process.ReadToEndAsync().ConfigureAwait(false)).Output.Length == 0;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)MiB:0.0} MiB");

    private static void Print(string what, FormattableString result, bool isReached, string target) => Print(what, result.ToString(CultureInfo.InvariantCulture), isReached, target);

    private static void Print(string what, string result, bool isReached, string target) => Console.WriteLine($"{(isReached ? "ok    " : "MISSED")} {what}: {result} (target: {target})");
}
