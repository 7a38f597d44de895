using CloudSigma.Emulator;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests.Compute;

public class FleetTests
{
    private const int Servers = 1000;
    private const long MostMemory = 50L << 20;

    [Fact]
    public async Task A_thousand_starts_meet_no_limit_and_share_their_polls()
    {
        await using var cloud = await EmulatorFixture.StartAsync(o =>
        {
            o.RateLimits = EmulatorRateLimits.Documented;
            o.RequestLogCapacity = 10_000;
        });
        var made = await cloud.Client.Servers.CreateManyAsync(
            [.. Enumerable.Range(0, Servers).Select(i => new NewServer { Name = $"node {i}", Cpu = 1000, Memory = ByteSize.MiB(512), VncPassword = "secret12" })]);
        cloud.Emulator.ClearRequests();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;

        var started = new List<Operation<Server>>(Servers);
        foreach (var server in made) started.Add(await cloud.Client.Servers.StartAsync(server.Uuid));
        var looks = 0;
        var running = await cloud.RunAsync(Task.WhenAll(started.Select((s, i) => s.WaitForCompletionAsync(i > 0 ? null : new SynchronousProgress<OperationProgress>(_ =>
        {
            looks++;
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        })))));

        Assert.All(running, s => Assert.Equal(ServerStatus.Running, s.Status));
        Assert.Equal(Servers, running.Select(s => s.Uuid).Distinct().Count());
        var requests = cloud.Emulator.Requests;
        Assert.DoesNotContain(requests, r => r.Status == 429);
        Assert.Equal(Servers, requests.Count(r => r.Method == "POST"));
        // The first report is made before the first look.
        Assert.Equal(looks - 1, requests.Count(r => r.Path == "/api/2.0/servers/detail/"));
        Assert.Equal(Servers + looks - 1, requests.Count);
        Assert.InRange(most - before, long.MinValue, MostMemory);
    }
}
