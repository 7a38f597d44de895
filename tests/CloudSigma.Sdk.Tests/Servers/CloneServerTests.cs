using System.Globalization;
using System.Net;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Servers;

/// <summary>Clones of servers: the server may look finished while its disks are copied, so the job decides.</summary>
public class CloneServerTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly Dictionary<Guid, string> _servers = [];
    private readonly Dictionary<Guid, (string State, int Progress)> _jobs = [];
    private readonly FakeHandler _handler;
    private readonly IServersClient _client;
    private string _children = "";
    private bool _isWrapped;

    public CloneServerTests()
    {
        _handler = new FakeHandler(Answer);
        _client = TestClient.Create(_handler, _time).Servers;
    }

    private IEnumerable<string> Waited => _handler.Requests.Where(static r => r.Method == "GET").Select(static r => r.PathAndQuery["/api/2.0/".Length..]);

    private static Guid Id(int kind, int number) => new(number, (short)kind, 0, new byte[8]);

    private static Guid JobOf(Guid server) => Id(2, BitConverter.ToInt32(server.ToByteArray()));

    private string Server(Guid uuid) =>
        $$"""{"uuid":"{{uuid}}","name":"copy","status":"{{_servers[uuid]}}","jobs":[{{(_jobs.ContainsKey(JobOf(uuid)) ? $$"""{"uuid":"{{JobOf(uuid)}}"}""" : "")}}]}""";

    private string Job(Guid uuid) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"uuid":"{{uuid}}","operation":"server_clone","state":"{{_jobs[uuid].State}}","data":{"progress":{{_jobs[uuid].Progress}} },"children":[{{_children}}]}""");

    private static string Objects(IEnumerable<string> objects)
    {
        var all = objects.ToList();
        return string.Create(CultureInfo.InvariantCulture, $$"""{"meta":{"limit":0,"offset":0,"total_count":{{all.Count}}},"objects":[{{string.Join(',', all)}}]}""");
    }

    private HttpResponseMessage Answer(FakeRequest request)
    {
        var path = request.PathAndQuery["/api/2.0/".Length..];
        if (request.Method == "POST")
        {
            var made = Server(Guid.Parse(path.Split('/')[1]));
            return FakeHandler.Json(_isWrapped ? $$"""{"objects":[{{made}}]}""" : made, HttpStatusCode.Accepted);
        }

        if (path.StartsWith("jobs/?", StringComparison.Ordinal))
            return FakeHandler.Json(Objects(_jobs.Where(j => request.Query("state") is not { } state || state.Split(',').Contains(j.Value.State)).Select(j => Job(j.Key))));
        if (path.StartsWith("servers/detail/?", StringComparison.Ordinal))
            return FakeHandler.Json(Objects(_servers.Keys.Where(u => request.Query("uuid") is not { } wanted || wanted.Contains(u.ToString(), StringComparison.Ordinal)).Select(Server)));
        var uuid = Guid.Parse(path.Split('/')[1]);
        var found = path.StartsWith("jobs/", StringComparison.Ordinal) ? _jobs.ContainsKey(uuid) ? Job(uuid) : null : _servers.ContainsKey(uuid) ? Server(uuid) : null;
        return found is null ? FakeHandler.Json("[]", HttpStatusCode.NotFound) : FakeHandler.Json(found);
    }

    /// <summary>The fake clones a server into itself: its uuid says which job is its own.</summary>
    private async Task<Operation<Server>> CloneAsync(int number, string status = "stopped", string? job = "started", CloneServerOptions? options = null)
    {
        _servers[Id(1, number)] = status;
        if (job is not null) _jobs[JobOf(Id(1, number))] = (job, 10);
        return await _client.CloneAsync(Id(1, number), options);
    }

    private void End(int number, string state = "success", int progress = 100) => _jobs[JobOf(Id(1, number))] = (state, progress);

    private async Task TickAsync(Task wait)
    {
        await _time.AdvanceToNextTimerAsync(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 100 && !wait.IsCompleted; i++) await Task.Yield();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_clone_that_is_stopped_from_the_beginning_ends_with_its_job(bool isWrapped)
    {
        _isWrapped = isWrapped;
        _children = """{"operation":"drive_clone","state":"success","data":{"progress":100}},{"operation":"drive_clone","state":"started","data":{"progress":30},"children":[{"operation":"x","state":"started"}]}""";
        var told = new List<OperationProgress>();

        var clone = await CloneAsync(1);
        Assert.False(clone.HasCompleted);
        Assert.Equal($"servers-clone:{Id(1, 1)}:{JobOf(Id(1, 1))}", clone.Id);
        Assert.Equal("copy", clone.Value.Name);
        var wait = clone.WaitForCompletionAsync(new SynchronousProgress<OperationProgress>(told.Add));
        await TickAsync(wait);
        End(1, "started", 60);
        await TickAsync(wait);
        End(1);
        await _time.RunUntilCompletedAsync(wait);

        Assert.Equal(ServerStatus.Stopped, (await wait).Status);
        Assert.Equal([0, 10, 60, 100], told.Select(static p => p.Percent));
        Assert.Equal([("drive_clone", 100, "success", 0), ("drive_clone", 30, "started", 1)], told[1].Parts.Select(static p => (p.Name, p.Percent ?? -1, p.Status, p.Parts.Count)));
        Assert.Equal(["jobs", "jobs", "jobs", "servers"], Waited.Select(static p => p.Split('/')[0]));
    }

    [Theory]
    [InlineData("cloning")]
    [InlineData("brand-new-status")]
    public async Task A_server_that_goes_on_after_its_job_is_waited_for(string status)
    {
        var clone = await CloneAsync(1, status);
        End(1);
        var wait = clone.WaitForCompletionAsync();
        await TickAsync(wait);
        Assert.False(wait.IsCompleted);

        _servers[Id(1, 1)] = "stopped";
        await _time.RunUntilCompletedAsync(wait);

        Assert.Equal(ServerStatus.Stopped, (await wait).Status);
    }

    [Theory]
    [InlineData("failure")]
    [InlineData("failed")]
    [InlineData("error")]
    [InlineData("aborted")]
    [InlineData("canceled")]
    [InlineData("cancelled")]
    public async Task A_job_that_has_failed_fails_the_clone_though_the_server_is_stopped(string state)
    {
        var alone = await CloneAsync(1);
        End(1, state, 40);
        var error = await Assert.ThrowsAsync<OperationFailedException>(() => RunAsync(alone.WaitForCompletionAsync()));
        Assert.Equal(state, error.Status);
        Assert.Equal(Id(1, 1), Assert.IsType<Server>(error.LastValue).Uuid);

        var together = new[] { await CloneAsync(2), await CloneAsync(3) };
        End(2, state, 40);
        End(3);
        var waits = together.Select(static c => c.WaitForCompletionAsync()).ToList();
        await Assert.ThrowsAsync<OperationFailedException>(() => RunAsync(waits[0]));
        Assert.Equal(ServerStatus.Stopped, (await RunAsync(waits[1])).Status);
    }

    [Fact]
    public async Task A_job_in_an_unknown_state_goes_on_until_nothing_is_left_to_do()
    {
        var clone = await CloneAsync(1, job: "queued");
        var wait = clone.WaitForCompletionAsync();
        await TickAsync(wait);
        await TickAsync(wait);
        Assert.False(wait.IsCompleted);

        End(1, "completed-with-a-new-word");
        await _time.RunUntilCompletedAsync(wait);

        Assert.Equal(ServerStatus.Stopped, (await wait).Status);
    }

    [Fact]
    public async Task A_job_that_is_gone_leaves_the_word_to_the_server()
    {
        var clone = await CloneAsync(1);
        _jobs.Clear();

        Assert.Equal(ServerStatus.Stopped, (await RunAsync(clone.WaitForCompletionAsync())).Status);
    }

    [Theory]
    [InlineData("stopped", true)]
    [InlineData("cloning", false)]
    public async Task A_clone_without_a_job_is_judged_by_its_status(string status, bool hasEnded)
    {
        var clone = await CloneAsync(1, status, job: null);

        Assert.Equal(hasEnded, clone.HasCompleted);
        Assert.Equal($"servers-clone:{Id(1, 1)}", clone.Id);
        _servers[Id(1, 1)] = "running";
        Assert.Equal(hasEnded ? "stopped" : "running", (await RunAsync(clone.WaitForCompletionAsync())).Status.Value);
    }

    [Fact]
    public async Task A_clone_is_resumed_with_its_job()
    {
        var id = (await CloneAsync(1)).Id;

        var resumed = await _client.ResumeAsync(id);
        Assert.False(resumed.HasCompleted);
        Assert.Equal(10, resumed.Progress.Percent);
        End(1);
        await resumed.UpdateAsync();

        Assert.True(resumed.HasSucceeded);
        Assert.Equal(id, resumed.Id);
    }

    [Fact]
    public async Task Many_clones_share_the_list_of_running_jobs_and_one_list_of_all_when_they_end()
    {
        var clones = new List<Operation<Server>>();
        for (var i = 1; i <= 200; i++) clones.Add(await CloneAsync(i));
        var wait = Task.WhenAll(clones.Select(static c => c.WaitForCompletionAsync()));
        await TickAsync(wait);
        await TickAsync(wait);
        foreach (var i in Enumerable.Range(1, 200)) End(i);
        await _time.RunUntilCompletedAsync(wait);

        Assert.All(await wait, static s => Assert.Equal(ServerStatus.Stopped, s.Status));
        Assert.Equal([.. Enumerable.Repeat("jobs/?state=started%2Cfailure%2Cfailed%2Cerror%2Caborted%2Ccanceled%2Ccancelled&limit=0", 3), "jobs/?limit=0", "servers/detail/?limit=0"], Waited);
    }

    [Fact]
    public async Task Only_what_is_set_is_sent()
    {
        await CloneAsync(1, options: new CloneServerOptions { Name = "copy", RandomVncPassword = false, Avoid = [Id(9, 9)] });
        await CloneAsync(1);

        Assert.Equal("""{"name":"copy","random_vnc_password":false}""", _handler.Requests[0].Body);
        Assert.Equal(Id(9, 9).ToString(), _handler.Requests[0].Query("avoid"));
        Assert.Equal("{}", _handler.Requests[1].Body);
        Assert.Null(_handler.Requests[1].Query("avoid"));
    }

    [Fact]
    public async Task Bad_arguments_are_refused_before_anything_is_sent()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _client.CloneAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => _client.CloneAsync(Id(1, 1), new CloneServerOptions { Avoid = [Guid.Empty] }));
        await Assert.ThrowsAsync<ArgumentException>(() => _client.CloneAsync(Id(1, 1), new CloneServerOptions { Name = "a\0b" }));
        await Assert.ThrowsAsync<ArgumentException>(() => _client.ResumeAsync($"bservers-clone:{Id(1, 1)}"));

        Assert.Empty(_handler.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"objects":[]}""")]
    [InlineData("""{"action":"clone","result":"success"}""")]
    public async Task An_answer_without_a_server_is_an_error_and_nothing_is_sent_again(string json)
    {
        var handler = new FakeHandler(_ => FakeHandler.Json(json, HttpStatusCode.Accepted));

        await Assert.ThrowsAsync<InvalidResponseException>(() => TestClient.Create(handler).Servers.CloneAsync(Id(1, 1)));

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task A_clone_whose_answer_is_lost_is_never_sent_again()
    {
        foreach (var answer in new Func<HttpResponseMessage>[] { FakeServer.Lost, static () => FakeHandler.Json("[]", HttpStatusCode.ServiceUnavailable) })
        {
            var handler = new FakeHandler(_ => answer());
            var client = TestClient.Create(handler, o =>
            {
                o.TimeProvider = _time;
                o.Retry = new RetryOptions();
            });

            await Assert.ThrowsAnyAsync<CloudSigmaException>(() => client.Servers.CloneAsync(Id(1, 1)));

            Assert.Single(handler.Requests);
        }
    }

    private async Task<Server> RunAsync(Task<Server> wait)
    {
        await _time.RunUntilCompletedAsync(Task.WhenAny(wait));
        return await wait;
    }
}
