using CloudSigma.Emulator;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests.Storage;

public class ManyClonesTests
{
    private const int Clones = 500;

    [Fact]
    public async Task Five_hundred_clones_are_waited_for_with_one_poll_per_interval()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var source = await cloud.Client.Drives.StartCreateAsync(new NewDrive { Name = "source", Size = ByteSize.GiB(1) });
        await cloud.RunAsync(source.WaitForCompletionAsync());
        var clones = await CloneAsync(cloud, source.Value.Uuid);
        cloud.Emulator.ClearRequests();
        var looks = new List<TimeSpan>();
        var began = cloud.Time.GetUtcNow();

        var waits = clones.Select((c, i) => c.WaitForCompletionAsync(
            i == 0 ? new SynchronousProgress<OperationProgress>(_ => looks.Add(cloud.Time.GetUtcNow() - began)) : null));
        var copies = await cloud.RunAsync(Task.WhenAll(waits));

        Assert.Equal(Clones, copies.Select(c => c.Uuid).Distinct().Count());
        Assert.All(copies, c => Assert.Equal(DriveStatus.Unmounted, c.Status));
        var requests = cloud.Emulator.Requests;
        var intervals = looks.Where(l => l > TimeSpan.Zero).Distinct().Count();
        // One list of the running jobs in each interval, and one of the drives in the last, when their jobs have ended.
        Assert.Equal(intervals, requests.Count(r => r.Path == "/api/2.0/jobs/" && r.Query.Contains("state=started", StringComparison.Ordinal)));
        Assert.Single(requests, r => r.Path == "/api/2.0/drives/detail/");
        Assert.Equal(intervals + 1, requests.Count);
    }

    [Fact]
    public async Task One_clone_is_waited_for_with_one_request_per_interval()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var source = await cloud.Client.Drives.StartCreateAsync(new NewDrive { Name = "source", Size = ByteSize.GiB(1) });
        await cloud.RunAsync(source.WaitForCompletionAsync());
        var clone = await cloud.Client.Drives.CloneAsync(source.Value.Uuid);
        cloud.Emulator.ClearRequests();
        var looks = 0;

        await cloud.RunAsync(clone.WaitForCompletionAsync(new SynchronousProgress<OperationProgress>(_ => looks++)));

        Assert.Equal(looks, cloud.Emulator.Requests.Count);
    }

    private static async Task<IReadOnlyList<Operation<Drive>>> CloneAsync(EmulatorFixture cloud, Guid source)
    {
        var clones = new List<Operation<Drive>>(Clones);
        for (var i = 0; i < Clones; i++) clones.Add(await cloud.Client.Drives.CloneAsync(source));
        return clones;
    }
}
