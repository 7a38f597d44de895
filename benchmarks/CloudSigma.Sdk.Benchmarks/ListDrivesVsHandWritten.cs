// Shows that streaming costs no time: 10,000 detailed drives in one answer of about 12 MB, enumerated by the SDK while they
// arrive, against GetFromJsonAsync of the whole answer. Target: at least as fast. Live memory is measured by --check.
using BenchmarkDotNet.Attributes;
using CloudSigma.Sdk.Benchmarks.Documents;
using CloudSigma.Sdk.Benchmarks.HandWritten;
using CloudSigma.Sdk.Benchmarks.Loopback;

namespace CloudSigma.Sdk.Benchmarks;

[MemoryDiagnoser]
[MinColumn]
public class ListDrivesVsHandWritten
{
    public const int Count = 10_000;

    private LoopbackServer _server = null!;
    private HandWrittenClient _handWritten = null!;
    private CloudSigmaClient _sdk = null!;

    [GlobalSetup]
    public void Start()
    {
        _server = LoopbackServer.WithOneAnswer(Answer.Of(DriveDocuments.Page(0, Count, 0, Count)));
        _handWritten = new HandWrittenClient(_server.Endpoint, SdkClient.Username, SdkClient.Password);
        _sdk = SdkClient.Create(_server.Endpoint, pageSize: 0);
    }

    [GlobalCleanup]
    public void Stop()
    {
        _sdk.Dispose();
        _handWritten.Dispose();
        _server.Dispose();
    }

    [Benchmark(Baseline = true)]
    public async Task<long> HandWritten()
    {
        var bytes = 0L;
        foreach (var drive in await _handWritten.ListDrivesAsync().ConfigureAwait(false)) bytes += drive.Size;
        return bytes;
    }

    [Benchmark]
    public async Task<long> Sdk()
    {
        var bytes = 0L;
        await foreach (var drive in _sdk.Drives.ListAsync().ConfigureAwait(false)) bytes += drive.Size.Bytes;
        return bytes;
    }
}
