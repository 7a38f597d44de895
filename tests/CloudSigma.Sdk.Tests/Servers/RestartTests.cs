using System.Net;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Servers;

/// <summary>A server that is restarted runs before and after.</summary>
public class RestartTests
{
    private static string Running(int minute) => Since("running", minute);

    private static string Since(string status, int minute) => FakeServer.State(status, $$"""
        "runtime":{"active_since":"2026-01-02T03:{{minute:D2}}:00+00:00","nics":[]}
        """);

    [Fact]
    public async Task A_restart_ends_when_the_server_runs_since_a_later_moment()
    {
        var fake = new FakeServer().Show(Running(1), Running(1), Running(1), Running(4));

        var restart = await fake.Servers.RestartAsync(TestClient.Uuid);
        Assert.Equal($"servers-restart:{TestClient.Uuid}:20260102T030100.0000000Z", restart.Id);
        var server = await fake.WaitAsync(restart);

        Assert.Equal(4, server.Runtime!.ActiveSince!.Value.Minute);
        Assert.Equal(["restart"], fake.Sent);
        Assert.Equal(["GET", "POST"], fake.Handler.Requests.Take(2).Select(static r => r.Method));
    }

    [Fact]
    public async Task A_restart_may_lead_through_every_other_status()
    {
        var fake = new FakeServer().Show(Running(1), "stopping", "stopped", "starting", "unavailable", Running(1));

        Assert.Equal(ServerStatus.Running, (await fake.WaitAsync(await fake.Servers.RestartAsync(TestClient.Uuid))).Status);
    }

    [Fact]
    public async Task Live_data_that_come_late_are_no_evidence_of_a_restart()
    {
        var fake = new FakeServer().Show("running", "running", Running(3));
        await Assert.ThrowsAsync<OperationFailedException>(async () => await fake.WaitAsync(await fake.Servers.RestartAsync(TestClient.Uuid)));

        fake = new FakeServer().Show("running", "starting", Running(3));
        Assert.NotNull((await fake.WaitAsync(await fake.Servers.RestartAsync(TestClient.Uuid))).Runtime);
    }

    [Theory]
    [InlineData("running")]
    [InlineData("stopped")]
    public async Task A_server_that_does_not_restart_has_failed_after_a_while(string status)
    {
        var fake = new FakeServer().Show(Running(1), Since(status, 1));
        var began = fake.Time.GetUtcNow();

        var error = await Assert.ThrowsAsync<OperationFailedException>(async () => await fake.WaitAsync(await fake.Servers.RestartAsync(TestClient.Uuid)));

        Assert.Equal(status, error.Status);
        Assert.InRange(fake.Time.GetUtcNow() - began, ServerTransition.Grace, ServerTransition.Grace + TimeSpan.FromSeconds(11));
    }

    [Fact]
    public async Task A_server_that_halts_has_failed_to_restart()
    {
        var fake = new FakeServer().Show(Running(1), "starting", "paused");

        await Assert.ThrowsAsync<OperationFailedException>(async () => await fake.WaitAsync(await fake.Servers.RestartAsync(TestClient.Uuid)));
    }

    [Fact]
    public async Task A_restart_is_resumed_with_the_moment_before_it()
    {
        var id = $"servers-restart:{TestClient.Uuid}:20260102T030100.0000000Z";
        var fake = new FakeServer().Show(Running(1), Running(1), Running(2));

        var resumed = await fake.Servers.ResumeAsync(id);
        Assert.False(resumed.HasCompleted);
        Assert.Equal(id, resumed.Id);

        Assert.Equal(2, (await fake.WaitAsync(resumed)).Runtime!.ActiveSince!.Value.Minute);
    }

    [Theory]
    [InlineData("running", 1, false)]
    [InlineData("running", 2, true)]
    [InlineData("starting", 1, true)]
    public async Task A_restart_whose_answer_is_lost_is_settled_by_the_state(string status, int minute, bool begun)
    {
        var fake = new FakeServer { Post = static _ => FakeServer.Lost() }.Show(Running(1), Since(status, minute));

        var restart = fake.Servers.RestartAsync(TestClient.Uuid);

        if (begun) Assert.Equal(status, (await restart).Value.Status.Value);
        else await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => restart);
        Assert.Single(fake.Sent);
    }

    [Fact]
    public async Task A_server_that_is_not_running_is_refused_by_the_cloud()
    {
        var fake = new FakeServer { Post = static _ => FakeServer.Refusal("stopped") }.Show("stopped");

        await Assert.ThrowsAsync<PermissionDeniedException>(() => fake.Servers.RestartAsync(TestClient.Uuid));
        fake.AnswerLook = static _ => FakeHandler.Json("[]", HttpStatusCode.NotFound);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => fake.Servers.RestartAsync(TestClient.Uuid));

        Assert.Equal(["restart"], fake.Sent);
    }
}
