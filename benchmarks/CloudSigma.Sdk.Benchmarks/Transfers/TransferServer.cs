// The emulator in a process of its own, so that its work is not counted as that of a client.
using System.Globalization;
using CloudSigma.Emulator;

namespace CloudSigma.Sdk.Benchmarks.Transfers;

/// <summary>The other side of <see cref="ServerProcess"/>: reads commands and answers with one line each.</summary>
internal static class TransferServer
{
    public const string Command = "--transfer-server";

    /// <param name="folder">Where the bytes of drives lie.</param>
    /// <param name="bytesPerSecond">What each connection carries; 0 for no limit.</param>
    /// <param name="dropEvery">After how many bytes each connection breaks; 0 for never.</param>
    public static async Task RunAsync(string folder, long bytesPerSecond, long dropEvery)
    {
        var cloud = await CloudSigmaEmulator.StartAsync(new CloudSigmaEmulatorOptions
        {
            Speed = 1000,
            RequestLogCapacity = 1_000_000,
            Transfers = new EmulatorTransfers { Folder = folder },
            Network = bytesPerSecond + dropEvery == 0 ? null : new EmulatorNetwork { BytesPerSecond = bytesPerSecond == 0 ? null : bytesPerSecond, DropEvery = dropEvery == 0 ? null : dropEvery },
        }).ConfigureAwait(false);
        await using (cloud.ConfigureAwait(false))
        {
            Console.WriteLine($"{cloud.Endpoint} {cloud.DirectEndpoint}");
            while (Console.ReadLine() is { } command)
            {
                if (command == "clear") cloud.ClearRequests();
                // Bytes of images only; the JSON around them does not count.
                var images = cloud.Requests.Where(static r => r.Path.StartsWith("/images/", StringComparison.Ordinal) || r.Path.Contains("/chunks/", StringComparison.Ordinal)).ToList();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{images.Sum(static r => r.BytesReceived)} {images.Sum(static r => r.BytesSent)} {images.Count(static r => r.Status == 0)}"));
            }
        }
    }
}
