using System.Net;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Servers;

/// <summary>Guests that are asked to shut down, and what follows when they do not react.</summary>
public class ShutdownTests
{
    private static readonly ShutdownServerOptions Soon = new() { StopAfter = TimeSpan.FromSeconds(20) };

    private static readonly ShutdownServerOptions Late = new() { StopAfter = TimeSpan.FromMinutes(5) };

    [Fact]
    public async Task A_guest_that_reacts_is_stopped()
    {
        var fake = new FakeServer().Show("running", "stopping", "unavailable", "stopping", "stopped");

        Assert.Equal(ServerStatus.Stopped, (await fake.WaitAsync(await fake.Servers.ShutdownAsync(TestClient.Uuid))).Status);

        Assert.Equal(["shutdown"], fake.Sent);
        Assert.Equal("{}", fake.Handler.Requests[0].Body);
    }

    [Theory]
    [InlineData("running")]
    [InlineData("started")]
    [InlineData("paused")]
    public async Task A_guest_that_ignores_it_or_halts_fails_the_shutdown(string end)
    {
        var fake = new FakeServer().Show("stopping", "stopping", end);

        var error = await Assert.ThrowsAsync<OperationFailedException>(async () => await fake.WaitAsync(await fake.Servers.ShutdownAsync(TestClient.Uuid)));

        Assert.Equal(end, error.Status);
        Assert.Equal($"servers-shutdown:{TestClient.Uuid}", error.OperationId);
        Assert.Equal(["shutdown"], fake.Sent);
    }

    [Fact]
    public async Task A_guest_that_runs_again_is_powered_off_when_that_was_asked_for()
    {
        var fake = new FakeServer().Show("stopping", "stopping", "running", "stopping", "stopped");
        var told = new List<string>();

        var shutdown = await fake.Servers.ShutdownAsync(TestClient.Uuid, Late);
        await fake.RunAsync(shutdown.WaitForCompletionAsync(new SynchronousProgress<OperationProgress>(p => told.Add(p.Status))));

        Assert.Equal(["shutdown", "stop"], fake.Sent);
        Assert.Equal(["accepted", "stopping", "stopping", "running", "stopping", "stopped"], told);
    }

    [Fact]
    public async Task A_guest_that_never_reacts_is_powered_off_when_its_time_is_over_and_not_before()
    {
        var fake = new FakeServer();
        var began = fake.Time.GetUtcNow();
        TimeSpan? stopped = null;
        fake.Post = action =>
        {
            if (action == "stop") stopped = fake.Time.GetUtcNow() - began;
            return FakeHandler.Json("{}", HttpStatusCode.Accepted);
        };
        fake.AnswerLook = _ => FakeHandler.Json(FakeServer.State(stopped is null ? "running" : "stopped"));

        await fake.WaitAsync(await fake.Servers.ShutdownAsync(TestClient.Uuid, Soon));

        Assert.InRange(stopped!.Value, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20.1));
        Assert.Equal(["shutdown", "stop"], fake.Sent);
    }

    [Fact]
    public async Task A_stop_that_is_refused_while_the_server_is_stopping_is_sent_again_when_it_runs_again()
    {
        var fake = new FakeServer();
        var status = "stopping";
        fake.Post = action =>
        {
            if (action != "stop") return FakeHandler.Json("{}", HttpStatusCode.Accepted);
            if (status == "stopping") return FakeServer.Refusal();
            status = "stopped";
            return FakeHandler.Json("{}", HttpStatusCode.Accepted);
        };
        var began = fake.Time.GetUtcNow();
        fake.AnswerLook = _ =>
        {
            if (status == "stopping" && fake.Time.GetUtcNow() - began >= TimeSpan.FromMinutes(1)) status = "running";
            return FakeHandler.Json(FakeServer.State(status));
        };

        Assert.Equal(ServerStatus.Stopped, (await fake.WaitAsync(await fake.Servers.ShutdownAsync(TestClient.Uuid, Soon))).Status);

        Assert.Equal(["shutdown", "stop", "stop"], fake.Sent);
    }

    [Fact]
    public async Task A_stop_that_is_refused_twice_while_the_server_runs_is_an_error()
    {
        var fake = new FakeServer { Post = static action => action == "stop" ? FakeServer.Refusal("started") : FakeHandler.Json("{}", HttpStatusCode.Accepted) }.Show("stopping", "running");

        await Assert.ThrowsAsync<PermissionDeniedException>(async () => await fake.WaitAsync(await fake.Servers.ShutdownAsync(TestClient.Uuid, Late)));

        Assert.Equal(["shutdown", "stop", "stop"], fake.Sent);
    }

    [Fact]
    public async Task A_stop_whose_answer_is_lost_is_settled_by_the_next_looks()
    {
        var fake = new FakeServer { Post = static action => action == "stop" ? FakeServer.Lost() : FakeHandler.Json("{}", HttpStatusCode.Accepted) };
        fake.Show("stopping", "running", "stopping", "stopped");

        Assert.Equal(ServerStatus.Stopped, (await fake.WaitAsync(await fake.Servers.ShutdownAsync(TestClient.Uuid, Late))).Status);

        Assert.Equal(["shutdown", "stop"], fake.Sent);
    }

    [Fact]
    public async Task A_stop_that_comes_too_often_is_sent_again_later()
    {
        var stops = 0;
        var fake = new FakeServer
        {
            Post = action => action == "stop" && ++stops == 1 ? FakeHandler.Json("[]", HttpStatusCode.TooManyRequests) : FakeHandler.Json("{}", HttpStatusCode.Accepted),
        };
        fake.Show("stopping", "running", "running", "stopped");

        await fake.WaitAsync(await fake.Servers.ShutdownAsync(TestClient.Uuid, Late));

        Assert.Equal(["shutdown", "stop", "stop"], fake.Sent);
    }

    [Fact]
    public async Task An_accepted_stop_is_given_time_to_show()
    {
        var fake = new FakeServer().Show("stopping", "running", "running", "running", "stopping", "stopped");

        await fake.WaitAsync(await fake.Servers.ShutdownAsync(TestClient.Uuid, Late));

        Assert.Equal(["shutdown", "stop"], fake.Sent);
    }

    [Fact]
    public async Task A_look_by_hand_powers_off_as_well()
    {
        var fake = new FakeServer().Show("stopping", "running", "stopped");
        var shutdown = await fake.Servers.ShutdownAsync(TestClient.Uuid, Late);

        await shutdown.UpdateAsync();
        Assert.Equal(["shutdown"], fake.Sent);
        await shutdown.UpdateAsync();
        Assert.Equal(["shutdown", "stop"], fake.Sent);
        await shutdown.UpdateAsync();
        Assert.True(shutdown.HasSucceeded);
    }

    [Theory]
    [InlineData(30, 1)]
    [InlineData(3600, 2)]
    public async Task A_shutdown_that_is_resumed_keeps_its_deadline(int minutesLater, int lookThatStops)
    {
        var first = new FakeServer().Show("running");
        var id = (await first.Servers.ShutdownAsync(TestClient.Uuid, new ShutdownServerOptions { StopAfter = TimeSpan.FromMinutes(40) })).Id;
        var other = new FakeServer();
        other.Time.Advance(TimeSpan.FromMinutes(minutesLater));
        var began = other.Time.GetUtcNow();
        TimeSpan? stopped = null;
        other.Post = _ =>
        {
            stopped = other.Time.GetUtcNow() - began;
            return FakeHandler.Json("{}", HttpStatusCode.Accepted);
        };
        other.AnswerLook = _ => FakeHandler.Json(stopped is not null ? FakeServer.State("stopped")
            : $$"""{"uuid":"{{TestClient.Uuid}}","name":"s","status":"running","runtime":{"active_since":"2025-01-01T00:00:00+00:00"} }""");

        var resumed = await other.Servers.ResumeAsync(id);
        Assert.False(resumed.HasCompleted);
        await other.WaitAsync(resumed);

        Assert.InRange(stopped!.Value, lookThatStops == 1 ? TimeSpan.FromMinutes(10) : TimeSpan.Zero, lookThatStops == 1 ? TimeSpan.FromMinutes(10.1) : TimeSpan.FromSeconds(1));
        Assert.Equal(["stop"], other.Sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","runtime":{"active_since":"2026-01-02T03:30:00+00:00"}""")]
    public async Task A_server_that_may_have_been_started_again_is_not_powered_off_by_a_late_resume(string runtime)
    {
        var first = new FakeServer().Show("running");
        var id = (await first.Servers.ShutdownAsync(TestClient.Uuid, new ShutdownServerOptions { StopAfter = TimeSpan.FromMinutes(10) })).Id;
        var other = new FakeServer { AnswerLook = _ => FakeHandler.Json($$"""{"uuid":"{{TestClient.Uuid}}","name":"s","status":"running"{{runtime}}}""") };
        other.Time.Advance(TimeSpan.FromHours(1));

        var resumed = await other.Servers.ResumeAsync(id);
        await Assert.ThrowsAsync<OperationFailedException>(() => other.WaitAsync(resumed));

        Assert.Empty(other.Sent);
    }

    [Fact]
    public async Task A_server_that_is_started_again_while_it_is_waited_for_keeps_running()
    {
        var looks = 0;
        var fake = new FakeServer
        {
            AnswerLook = _ => FakeHandler.Json(
            $$"""{"uuid":"{{TestClient.Uuid}}","name":"s","status":"running","runtime":{"active_since":"2026-01-0{{(++looks < 3 ? 1 : 2)}}T03:30:00+00:00"} }""")
        };
        var shutdown = await fake.Servers.ShutdownAsync(TestClient.Uuid, new ShutdownServerOptions { StopAfter = TimeSpan.FromMinutes(10) });

        await Assert.ThrowsAsync<OperationFailedException>(() => fake.WaitAsync(shutdown));

        Assert.DoesNotContain("stop", fake.Sent);
    }

    [Fact]
    public async Task Of_many_guests_only_the_one_that_does_not_react_is_powered_off()
    {
        var fake = new FakeServer();
        var uuids = Enumerable.Range(1, 10).Select(static n => new Guid(n, 0, 0, new byte[8])).ToList();
        var looks = 0;
        var isStopped = false;
        string Status(int i) => i == 3 ? isStopped ? "stopped" : "running" : looks > 3 ? "stopped" : "stopping";
        fake.Post = action =>
        {
            isStopped |= action == "stop";
            return FakeHandler.Json("{}", HttpStatusCode.Accepted);
        };
        fake.AnswerLook = r =>
        {
            looks++;
            var objects = uuids.Select((u, i) => $$"""{"uuid":"{{u}}","status":"{{Status(i)}}"}""").ToList();
            return FakeHandler.Json(r.PathAndQuery.Contains("detail", StringComparison.Ordinal)
                ? $$"""{"meta":{"limit":0,"offset":0,"total_count":10},"objects":[{{string.Join(',', objects)}}]}""" : objects[3]);
        };
        var shutdowns = await Task.WhenAll(uuids.Select(u => fake.Servers.ShutdownAsync(u, Soon)));

        var servers = await fake.RunAsync(Task.WhenAll(shutdowns.Select(static s => s.WaitForCompletionAsync())));

        Assert.All(servers, static s => Assert.Equal(ServerStatus.Stopped, s.Status));
        var stop = Assert.Single(fake.Handler.Requests, static r => r.Query("do") == "stop");
        Assert.Contains(uuids[3].ToString(), stop.PathAndQuery, StringComparison.Ordinal);
        Assert.True(fake.Looks < 20, $"{fake.Looks} looks were taken.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3601)]
    public async Task A_time_that_cannot_work_is_refused_before_anything_is_sent(int seconds)
    {
        var fake = new FakeServer();

        await Assert.ThrowsAsync<ArgumentException>(() => fake.Servers.ShutdownAsync(TestClient.Uuid, new ShutdownServerOptions { StopAfter = TimeSpan.FromSeconds(seconds) }));
        await Assert.ThrowsAsync<ArgumentException>(() => fake.Servers.ShutdownAsync(Guid.Empty, Soon));

        Assert.Empty(fake.Handler.Requests);
    }
}
