// Shows what the SDK costs on top of HttpClient and System.Text.Json: one GET of one server of about 2 KB on the loopback.
// Most of the time is waiting for threads to wake up, which other programs disturb; the fastest run (Min) is the steadiest figure.
// Targets: at most 1.15 times the time and 1.3 times the allocations of the hand-written code.
using BenchmarkDotNet.Attributes;
using CloudSigma.Sdk.Benchmarks.Documents;
using CloudSigma.Sdk.Benchmarks.HandWritten;
using CloudSigma.Sdk.Benchmarks.Loopback;

namespace CloudSigma.Sdk.Benchmarks;

[MemoryDiagnoser]
[MinColumn]
public class GetServerVsHandWritten
{
    private LoopbackServer _server = null!;
    private HandWrittenClient _handWritten = null!;
    private CloudSigmaClient _sdk = null!;

    [GlobalSetup]
    public void Start()
    {
        _server = LoopbackServer.WithOneAnswer(Answer.Of(ServerDocument.Json));
        _handWritten = new HandWrittenClient(_server.Endpoint, SdkClient.Username, SdkClient.Password);
        _sdk = SdkClient.Create(_server.Endpoint);
    }

    [GlobalCleanup]
    public void Stop()
    {
        _sdk.Dispose();
        _handWritten.Dispose();
        _server.Dispose();
    }

    [Benchmark(Baseline = true)]
    public async Task<string?> HandWritten() => (await _handWritten.GetServerAsync(ServerDocument.Uuid).ConfigureAwait(false))!.Name;

    [Benchmark]
    public async Task<string?> Sdk() => (await _sdk.Servers.GetAsync(ServerDocument.Uuid).ConfigureAwait(false)).Name;
}
