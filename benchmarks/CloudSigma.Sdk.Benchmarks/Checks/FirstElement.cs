// Whether an object is given out as soon as it has arrived. The server holds back the end of the body until the first one was seen.
using CloudSigma.Sdk.Benchmarks.Documents;
using CloudSigma.Sdk.Benchmarks.Loopback;

namespace CloudSigma.Sdk.Benchmarks.Checks;

internal static class FirstElement
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>True when the first of 10,000 drives was seen while the rest of the body was held back, and all came afterwards.</summary>
    public static async Task<bool> ArrivesBeforeLastByteAsync()
    {
        const int Count = ListDrivesVsHandWritten.Count;
        var answer = Answer.Of(DriveDocuments.Page(0, Count, 0, Count));
        var held = answer.Length - 1024;
        using var seen = new ManualResetEventSlim();
        var wasSeenFirst = false;
        using var server = new LoopbackServer((connection, _) =>
        {
            LoopbackServer.Send(connection, answer.AsSpan(0, held));
            wasSeenFirst = seen.Wait(Patience);
            LoopbackServer.Send(connection, answer.AsSpan(held));
        });
        using var sdk = SdkClient.Create(server.Endpoint, pageSize: 0);
        var count = 0;
        await foreach (var _ in sdk.Drives.ListAsync().ConfigureAwait(false))
        {
            if (count++ == 0) seen.Set();
        }

        return wasSeenFirst && count == Count;
    }
}
