// How much is alive at once: while the SDK enumerates 10,000 drives, and when the hand-written code has read all of them.
using CloudSigma.Sdk.Benchmarks.Documents;
using CloudSigma.Sdk.Benchmarks.HandWritten;
using CloudSigma.Sdk.Benchmarks.Loopback;

namespace CloudSigma.Sdk.Benchmarks.Checks;

internal static class LiveMemory
{
    private const int SampleEvery = 250;

    /// <summary>The peaks above what was alive before, in bytes.</summary>
    public static async Task<(long HandWritten, long Sdk)> MeasureAsync()
    {
        using var server = LoopbackServer.WithOneAnswer(Answer.Of(DriveDocuments.Page(0, ListDrivesVsHandWritten.Count, 0, ListDrivesVsHandWritten.Count)));
        using var handWritten = new HandWrittenClient(server.Endpoint, SdkClient.Username, SdkClient.Password);
        using var sdk = SdkClient.Create(server.Endpoint, pageSize: 0);

        // The SDK goes first: what is made once and stays, such as metadata and connections, counts against it.
        var streamed = await PeakOfSdkAsync(sdk).ConfigureAwait(false);
        return (await PeakOfHandWrittenAsync(handWritten).ConfigureAwait(false), streamed);
    }

    private static async Task<long> PeakOfHandWrittenAsync(HandWrittenClient client)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var drives = await client.ListDrivesAsync().ConfigureAwait(false);
        var peak = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(drives);
        return peak;
    }

    private static async Task<long> PeakOfSdkAsync(CloudSigmaClient client)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;
        var count = 0;
        await foreach (var _ in client.Drives.ListAsync().ConfigureAwait(false))
        {
            if (++count % SampleEvery == 0) peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        return peak;
    }
}
