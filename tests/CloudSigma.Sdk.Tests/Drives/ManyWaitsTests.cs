using System.Globalization;
using System.Net;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Drives;

/// <summary>Many clones that are waited for at the same time.</summary>
public class ManyWaitsTests
{
    private const string JobList = "jobs/?state=started%2Cfailure%2Cfailed%2Cerror%2Caborted%2Ccanceled%2Ccancelled&limit=0";

    private readonly ManualTimeProvider _time = new();
    private readonly Dictionary<Guid, string> _drives = [];
    private readonly Dictionary<Guid, (string State, int Progress)> _jobs = [];
    private readonly HashSet<Guid> _hidden = [];
    private readonly FakeHandler _handler;
    private readonly IDrivesClient _client;
    private int _jobLists;
    private Action? _onFifthJobList;

    public ManyWaitsTests()
    {
        _handler = new FakeHandler(Answer);
        _client = TestClient.Create(_handler, _time).Drives;
    }

    private IEnumerable<string> Waited => _handler.Requests.Where(r => r.Method == "GET").Select(r => r.PathAndQuery["/api/2.0/".Length..]);

    private static Guid Id(int kind, int number) => new(number, (short)kind, 0, new byte[8]);

    private static string Drive(Guid uuid, string status) =>
        $$"""{"uuid":"{{uuid}}","name":"d","size":1,"media":"disk","status":"{{status}}","jobs":[{"uuid":"{{JobOf(uuid)}}"}]}""";

    private static Guid JobOf(Guid drive) => Id(2, BitConverter.ToInt32(drive.ToByteArray()));

    private static string Job(Guid uuid, (string State, int Progress) job) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"uuid":"{{uuid}}","state":"{{job.State}}","data":{"progress":{{job.Progress}} } }""");

    private static string Objects(IEnumerable<string> objects)
    {
        var all = objects.ToList();
        return string.Create(CultureInfo.InvariantCulture, $$"""{"meta":{"limit":0,"offset":0,"total_count":{{all.Count}}},"objects":[{{string.Join(',', all)}}]}""");
    }

    private HttpResponseMessage Answer(FakeRequest request)
    {
        var path = request.PathAndQuery["/api/2.0/".Length..];
        if (request.Method == "POST") return FakeHandler.Json(Objects([Drive(Guid.Parse(path.Split('/')[1]), "cloning_dst")]));
        if (path.StartsWith("jobs/", StringComparison.Ordinal) && ++_jobLists == 5) _onFifthJobList?.Invoke();
        if (path.StartsWith("jobs/?", StringComparison.Ordinal))
            return FakeHandler.Json(Objects(_jobs.Where(j => request.Query("state")!.Split(',').Contains(j.Value.State)).Select(static j => Job(j.Key, j.Value))));
        if (path.StartsWith("drives/detail/?", StringComparison.Ordinal))
            return FakeHandler.Json(Objects(_drives.Where(d => !_hidden.Contains(d.Key) && (!path.Contains("uuid=", StringComparison.Ordinal) || path.Contains(d.Key.ToString(), StringComparison.Ordinal))).Select(static d => Drive(d.Key, d.Value))));
        var uuid = Guid.Parse(path.Split('/')[1]);
        var found = path.StartsWith("jobs/", StringComparison.Ordinal)
            ? _jobs.TryGetValue(uuid, out var job) ? Job(uuid, job) : null
            : _drives.TryGetValue(uuid, out var status) ? Drive(uuid, status) : null;
        return found is null ? FakeHandler.Json("[]", HttpStatusCode.NotFound) : FakeHandler.Json(found);
    }

    private async Task<List<Operation<Drive>>> CloneAsync(int count)
    {
        var clones = new List<Operation<Drive>>();
        for (var i = 1; i <= count; i++)
        {
            // The fake clones a drive into itself: its uuid says which job is its own.
            var uuid = Id(1, i);
            _drives[uuid] = "cloning_dst";
            _jobs[JobOf(uuid)] = ("started", 10);
            clones.Add(await _client.CloneAsync(uuid));
        }

        return clones;
    }

    private async Task TickAsync(Task wait)
    {
        // The next look has ended when its successor is armed, or when there is nothing more to wait for.
        await _time.AdvanceToNextTimerAsync(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 100 && !wait.IsCompleted; i++) await Task.Yield();
    }

    [Fact]
    public async Task Running_jobs_are_listed_once_per_interval_and_the_drives_once_at_the_end()
    {
        var clones = await CloneAsync(500);
        var told = new List<int?>();
        var wait = Task.WhenAll(clones.Select((c, i) => c.WaitForCompletionAsync(i == 7 ? new SynchronousProgress<OperationProgress>(p => told.Add(p.Percent)) : null)));
        for (var percent = 20; percent < 100; percent += 20)
        {
            foreach (var job in _jobs.Keys.ToList()) _jobs[job] = ("started", percent);
            await TickAsync(wait);
        }

        foreach (var job in _jobs.Keys.ToList()) _jobs[job] = ("success", 100);
        foreach (var drive in _drives.Keys.ToList()) _drives[drive] = "unmounted";
        await _time.RunUntilCompletedAsync(wait);

        Assert.All(await wait, d => Assert.Equal(DriveStatus.Unmounted, d.Status));
        Assert.Equal([.. Enumerable.Repeat(JobList, 5), "drives/detail/?limit=0"], Waited);
        Assert.Equal([0, 20, 40, 60, 80, 100], told);
    }

    [Fact]
    public async Task A_few_drives_are_asked_for_by_their_uuids()
    {
        var clones = await CloneAsync(3);
        foreach (var job in _jobs.Keys.ToList()) _jobs[job] = ("success", 100);
        foreach (var drive in _drives.Keys.ToList()) _drives[drive] = "unmounted";

        await _time.RunUntilCompletedAsync(Task.WhenAll(clones.Select(c => c.WaitForCompletionAsync())));

        Assert.Equal([JobList, $"drives/detail/?uuid={Id(1, 1)},{Id(1, 2)},{Id(1, 3)}&limit=0"], Waited);
    }

    [Fact]
    public async Task One_that_fails_and_one_that_disappears_end_their_own_waits()
    {
        var clones = await CloneAsync(4);
        var waits = clones.Select(c => c.WaitForCompletionAsync()).ToList();
        _jobs[JobOf(Id(1, 1))] = ("failure", 40);
        _jobs.Remove(JobOf(Id(1, 2)));
        _drives.Remove(Id(1, 2));
        _jobs[JobOf(Id(1, 3))] = ("success", 100);
        _drives[Id(1, 3)] = "unmounted";
        _onFifthJobList = () =>
        {
            Assert.False(waits[3].IsCompleted);
            _jobs[JobOf(Id(1, 4))] = ("success", 100);
            _drives[Id(1, 4)] = "mounted";
        };

        await _time.RunUntilCompletedAsync(Task.WhenAll(waits.Select(static w => w.ContinueWith(static _ => { }, TaskScheduler.Default))));

        var failed = await Assert.ThrowsAsync<OperationFailedException>(() => waits[0]);
        Assert.Equal("failure", failed.Status);
        Assert.Equal(Id(1, 1), Assert.IsType<Drive>(failed.LastValue).Uuid);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => waits[1]);
        Assert.Equal(DriveStatus.Unmounted, (await waits[2]).Status);
        Assert.Equal(DriveStatus.Mounted, (await waits[3]).Status);
    }

    [Fact]
    public async Task A_drive_that_a_list_does_not_show_is_read_by_itself()
    {
        var clones = await CloneAsync(2);
        foreach (var job in _jobs.Keys.ToList()) _jobs[job] = ("success", 100);
        foreach (var drive in _drives.Keys.ToList()) _drives[drive] = "unmounted";
        _hidden.Add(Id(1, 2));

        await _time.RunUntilCompletedAsync(Task.WhenAll(clones.Select(c => c.WaitForCompletionAsync())));

        Assert.Contains($"drives/{Id(1, 2)}/", Waited);
        Assert.DoesNotContain($"drives/{Id(1, 1)}/", Waited);
    }

    [Fact]
    public async Task A_job_that_failed_ends_its_wait_although_its_drive_is_at_rest()
    {
        var clones = await CloneAsync(2);
        _jobs[JobOf(Id(1, 1))] = ("failed", 50);
        _jobs[JobOf(Id(1, 2))] = ("success", 100);
        foreach (var drive in _drives.Keys.ToList()) _drives[drive] = "unmounted";

        var waits = clones.Select(c => c.WaitForCompletionAsync()).ToList();
        await _time.RunUntilCompletedAsync(Task.WhenAll(waits.Select(static w => w.ContinueWith(static _ => { }, TaskScheduler.Default))));

        Assert.Equal("failed", (await Assert.ThrowsAsync<OperationFailedException>(() => waits[0])).Status);
        Assert.Equal(DriveStatus.Unmounted, (await waits[1]).Status);
    }

    [Fact]
    public async Task Single_reads_after_one_list_are_few()
    {
        var clones = await CloneAsync(60);
        foreach (var job in _jobs.Keys.ToList()) _jobs[job] = ("success", 100);
        foreach (var drive in _drives.Keys.ToList()) _drives[drive] = "unmounted";
        _hidden.UnionWith(_drives.Keys);

        await _time.RunUntilCompletedAsync(Task.WhenAll(clones.Select(c => c.WaitForCompletionAsync())));

        Assert.Equal(3, Waited.Count(static p => p.StartsWith("drives/detail/", StringComparison.Ordinal)));
        Assert.Equal(60, Waited.Count(static p => p.StartsWith("drives/0", StringComparison.Ordinal)));
    }
}
