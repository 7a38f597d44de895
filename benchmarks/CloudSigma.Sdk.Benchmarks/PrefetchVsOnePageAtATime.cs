// Shows what asking for the next page early is worth: pages of 100 drives, a server that takes 20 ms, and a consumer that takes
// 10 ms per page. Target: under 0.75 of the time without.
using BenchmarkDotNet.Attributes;
using CloudSigma.Sdk.Benchmarks.Documents;
using CloudSigma.Sdk.Benchmarks.Loopback;

namespace CloudSigma.Sdk.Benchmarks;

public class PrefetchVsOnePageAtATime
{
    private const int PageSize = 100;
    private const int Pages = 20;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(10);

    private LoopbackServer _server = null!;
    private CloudSigmaClient _onePageAtATime = null!;
    private CloudSigmaClient _prefetch = null!;

    [GlobalSetup]
    public void Start()
    {
        var pages = Enumerable.Range(0, Pages).Select(static p => Answer.Of(DriveDocuments.Page(p * PageSize, PageSize, PageSize, Pages * PageSize))).ToArray();
        _server = new LoopbackServer((connection, target) =>
        {
            Thread.Sleep(Latency);
            LoopbackServer.Send(connection, pages[Answer.Number(target, "offset="u8) / PageSize]);
        });
        _onePageAtATime = SdkClient.Create(_server.Endpoint, PageSize, prefetchPages: false);
        _prefetch = SdkClient.Create(_server.Endpoint, PageSize, prefetchPages: true);
    }

    [GlobalCleanup]
    public void Stop()
    {
        _prefetch.Dispose();
        _onePageAtATime.Dispose();
        _server.Dispose();
    }

    [Benchmark(Baseline = true)]
    public Task<int> OnePageAtATime() => ReadAsync(_onePageAtATime);

    [Benchmark]
    public Task<int> Prefetch() => ReadAsync(_prefetch);

    private static async Task<int> ReadAsync(CloudSigmaClient client)
    {
        var count = 0;
        await foreach (var _ in client.Drives.ListAsync().ConfigureAwait(false))
        {
            // The work may block its thread: the next page comes on another one.
            if (++count % PageSize == 0) Thread.Sleep(Work);
        }

        return count;
    }
}
