using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Servers;

public class ServersClientTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly Queue<string> _statuses = new();
    private readonly FakeHandler _handler;
    private readonly IServersClient _servers;

    public ServersClientTests()
    {
        _handler = new FakeHandler(r => FakeHandler.Json(r.Method == "POST"
            ? $$"""{"action":"start","result":"success","uuid":"{{TestClient.Uuid}}"}"""
            : $$"""{"uuid":"{{TestClient.Uuid}}","name":"s","status":"{{(_statuses.Count > 1 ? _statuses.Dequeue() : _statuses.Peek())}}","runtime":null}"""));
        _servers = TestClient.Create(_handler, _time).Servers;
    }

    private void Show(params string[] statuses)
    {
        foreach (var status in statuses) _statuses.Enqueue(status);
    }

    private async Task<Server> WaitAsync(Operation<Server> operation)
    {
        var wait = operation.WaitForCompletionAsync();
        await _time.RunUntilCompletedAsync(wait);
        return await wait;
    }

    [Fact]
    public async Task A_start_is_waited_for_through_every_status_on_the_way()
    {
        Show("stopped", "starting", "unavailable", "something-new", "running");

        var server = await WaitAsync(await _servers.StartAsync(TestClient.Uuid));

        Assert.Equal(ServerStatus.Running, server.Status);
        Assert.Null(server.Runtime);
        Assert.Equal("{}", _handler.Requests[0].Body);
    }

    [Fact]
    public async Task A_server_that_falls_back_while_starting_has_failed()
    {
        Show("starting", "starting", "stopped");

        var error = await Assert.ThrowsAsync<OperationFailedException>(async () => await WaitAsync(await _servers.StartAsync(TestClient.Uuid)));

        Assert.Equal("stopped", error.Status);
        Assert.Equal(TestClient.Uuid, Assert.IsType<Server>(error.LastValue).Uuid);
    }

    [Fact]
    public async Task A_server_that_never_begins_to_start_has_failed_after_a_while()
    {
        Show("stopped");
        var start = _time.GetUtcNow();

        await Assert.ThrowsAsync<OperationFailedException>(async () => await WaitAsync(await _servers.StartAsync(TestClient.Uuid)));

        Assert.InRange(_time.GetUtcNow() - start, ServerTransition.Grace, ServerTransition.Grace + TimeSpan.FromSeconds(11));
    }

    [Fact]
    public async Task A_paused_server_has_failed_to_start()
    {
        Show("starting", "paused");

        await Assert.ThrowsAsync<OperationFailedException>(async () => await WaitAsync(await _servers.StartAsync(TestClient.Uuid)));
    }

    [Fact]
    public async Task A_stop_ends_when_the_server_is_stopped()
    {
        Show("running", "stopping", "stopped");

        Assert.Equal(ServerStatus.Stopped, (await WaitAsync(await _servers.StopAsync(TestClient.Uuid))).Status);
    }

    [Fact]
    public async Task A_halted_server_that_is_stopped_is_not_a_failure_at_once()
    {
        Show("paused", "stopping", "stopped");

        Assert.Equal(ServerStatus.Stopped, (await WaitAsync(await _servers.StopAsync(TestClient.Uuid))).Status);
    }

    [Theory]
    [InlineData("running")]
    [InlineData("started")]
    [InlineData("paused")]
    public async Task A_server_that_is_back_where_it_was_has_not_stopped(string end)
    {
        Show("stopping", end);

        Assert.Equal(end, (await Assert.ThrowsAsync<OperationFailedException>(async () => await WaitAsync(await _servers.StopAsync(TestClient.Uuid)))).Status);
    }

    [Theory]
    [InlineData("servers-start")]
    [InlineData("servers-stop")]
    [InlineData("servers-shutdown")]
    [InlineData("servers-address")]
    public async Task A_server_that_stays_unavailable_has_failed(string kind)
    {
        Show("unavailable");
        var began = _time.GetUtcNow();

        var error = await Assert.ThrowsAsync<OperationFailedException>(async () => await WaitAsync(await _servers.ResumeAsync($"{kind}:{TestClient.Uuid}")));

        Assert.Equal("unavailable", error.Status);
        Assert.InRange(_time.GetUtcNow() - began, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10.5));
    }

    [Fact]
    public async Task An_operation_is_resumed_from_its_id()
    {
        Show("starting", "starting", "running");
        var id = (await _servers.StartAsync(TestClient.Uuid)).Id;

        var resumed = await _servers.ResumeAsync(id);

        Assert.False(resumed.HasCompleted);
        Assert.Equal(ServerStatus.Running, (await WaitAsync(resumed)).Status);
    }

    [Fact]
    public async Task Bad_arguments_are_refused_before_anything_is_sent()
    {
        var good = new NewServer { Name = "s", Cpu = 1000, Memory = ByteSize.GiB(1), VncPassword = "hunter2" };

        await Assert.ThrowsAsync<ArgumentException>(() => _servers.GetAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => _servers.StartAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => _servers.StartAsync(TestClient.Uuid, new StartServerOptions { Avoid = [Guid.Empty] }));
        await Assert.ThrowsAsync<ArgumentException>(() => _servers.StopAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => _servers.ShutdownAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => _servers.RestartAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => _servers.OpenVncAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => _servers.CloseVncAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => _servers.OpenConsoleAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => _servers.CloseConsoleAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => _servers.ResumeAsync("drives-clone:" + TestClient.Uuid));
        await Assert.ThrowsAsync<ArgumentException>(() => _servers.ResumeAsync($"servers-restart:{TestClient.Uuid}:not a moment"));
        await Assert.ThrowsAsync<ArgumentException>(() => _servers.DeleteAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => _servers.UpdateAsync(new Server()));
        foreach (var bad in new[] { good with { Name = "" }, good with { Cpu = 0 }, good with { Memory = ByteSize.Zero }, good with { VncPassword = "" } })
        {
            Assert.DoesNotContain("hunter2", (await Assert.ThrowsAsync<ArgumentException>(() => _servers.CreateAsync(bad))).Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<ArgumentException>(() => _servers.UpdateAsync(TestClient.Uuid, bad));
        }

        Assert.Empty(_handler.Requests);
    }

    [Fact]
    public void Passwords_are_not_printed()
    {
        Assert.DoesNotContain("hunter2", new Server { Name = "s", VncPassword = "hunter2" }.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", new NewServer { Name = "s", Cpu = 1, Memory = ByteSize.GiB(1), VncPassword = "hunter2" }.ToString(), StringComparison.Ordinal);
    }
}
