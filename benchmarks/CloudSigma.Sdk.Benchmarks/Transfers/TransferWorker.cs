// One transfer by the SDK in a process of its own, warmed up before.
using System.Diagnostics;

namespace CloudSigma.Sdk.Benchmarks.Transfers;

/// <summary>Measures time, processors and managed memory of one transfer. Small transfers before it have the code compiled, as in a program that has run for some minutes.</summary>
internal static class TransferWorker
{
    public const string Command = "--transfer-worker";

    /// <param name="arguments">Endpoint; <c>up</c> or <c>down</c>; the file; the strategy of an upload or the uuid of the drive; the number of connections.</param>
    public static async Task RunAsync(string[] arguments)
    {
        var client = new CloudSigmaClient(new CloudSigmaClientOptions
        {
            Endpoint = new Uri(arguments[0]),
            Credential = CloudSigmaCredential.Basic("user@example.com", "secret"),
            Retry = new RetryOptions { BaseDelay = TimeSpan.FromMilliseconds(10) },
            Polling = new PollingOptions { FirstInterval = TimeSpan.FromMilliseconds(5), MaxInterval = TimeSpan.FromMilliseconds(50) },
        });
        using (client)
        {
            var (isUpload, file, what, parallelism) = (arguments[1] == "up", arguments[2], arguments[3], int.Parse(arguments[4], System.Globalization.CultureInfo.InvariantCulture));
            await WarmUpAsync(client, file + ".warm").ConfigureAwait(false);
            GC.Collect();

            var peak = 0L;
            using var sampler = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 50);
            var retries = 0;
            var progress = new Counter(p => retries = p.Retries);
            using var process = Process.GetCurrentProcess();
            var processor = process.TotalProcessorTime;
            var begin = Stopwatch.GetTimestamp();
            var drive = isUpload
                ? (await client.Drives.UploadAsync(file, new UploadDriveOptions { Strategy = Enum.Parse<UploadStrategy>(what), Parallelism = parallelism }, progress).ConfigureAwait(false)).Uuid
                : (await client.Drives.DownloadAsync(
                    Guid.Parse(what), file, new DownloadDriveOptions { Parallelism = parallelism, ComputeSha256 = arguments[^1] == "sha256" }, progress).ConfigureAwait(false)).Drive;
            var seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            process.Refresh();
            Console.WriteLine(new TransferRun(seconds, (process.TotalProcessorTime - processor).TotalSeconds, peak, retries, drive));
        }
    }

    private static async Task WarmUpAsync(CloudSigmaClient client, string file)
    {
        await File.WriteAllBytesAsync(file, new byte[16 << 20]).ConfigureAwait(false);
        for (var i = 0; i < 6; i++)
        {
            var drive = await client.Drives.UploadAsync(file, new UploadDriveOptions { Strategy = i % 2 == 0 ? UploadStrategy.Raw : UploadStrategy.ChunkLinks }).ConfigureAwait(false);
            // A drive has half a GiB at least, most of it zeros that nobody sent: this one is enough.
            if (i == 0) await client.Drives.DownloadAsync(drive.Uuid, DownloadTarget.ToStream(Stream.Null), new DownloadDriveOptions { ComputeSha256 = false }).ConfigureAwait(false);
            await client.Drives.DeleteAsync(drive.Uuid).ConfigureAwait(false);
        }

        File.Delete(file);
    }

    private sealed class Counter(Action<TransferProgress> report) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => report(value);
    }
}
