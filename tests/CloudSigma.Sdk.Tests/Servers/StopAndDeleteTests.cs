using System.Net;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Servers;

/// <summary>Deletes of servers in whatever state they are.</summary>
public class StopAndDeleteTests
{
    private static HttpResponseMessage Gone() => FakeHandler.Json("[]", HttpStatusCode.NotFound);

    private static Task<bool> RunAsync(FakeServer fake, DeleteServerOptions? options = null) => fake.RunAsync(fake.Servers.StopAndDeleteAsync(TestClient.Uuid, options));

    [Fact]
    public async Task A_running_server_is_stopped_and_deleted()
    {
        var fake = new FakeServer().Show("running", "running", "stopping", "stopped");

        Assert.True(await RunAsync(fake, new DeleteServerOptions { Recurse = RecurseDrives.AllDrives }));

        Assert.Equal(["stop", "DELETE"], fake.Sent);
        Assert.Equal($"/api/2.0/servers/{TestClient.Uuid}/?recurse=all_drives", fake.Handler.Requests[^1].PathAndQuery);
    }

    [Theory]
    [InlineData("stopped")]
    [InlineData("stopping", "stopping", "stopped")]
    [InlineData("stopping", "unavailable", "stopped")]
    [InlineData("cloning", "stopped")]
    public async Task A_server_that_is_off_or_on_its_way_is_not_stopped_again(params string[] states)
    {
        var fake = new FakeServer().Show(states);

        Assert.True(await RunAsync(fake));

        Assert.Equal(["DELETE"], fake.Sent);
        Assert.Equal(states.Length, fake.Looks);
    }

    [Theory]
    [InlineData("starting", "starting", "running", "stopping", "stopped")]
    [InlineData("stopping", "running", "stopping", "stopped")]
    [InlineData("started", "stopped")]
    [InlineData("paused", "stopped")]
    public async Task A_server_that_comes_to_run_or_halts_is_stopped(params string[] states)
    {
        var fake = new FakeServer().Show(states);

        Assert.True(await RunAsync(fake));

        Assert.Equal(["stop", "DELETE"], fake.Sent);
    }

    [Fact]
    public async Task A_server_that_is_gone_already_is_fine()
    {
        Assert.False(await RunAsync(new FakeServer { AnswerLook = static _ => Gone() }));

        var looks = 0;
        Assert.False(await RunAsync(new FakeServer { AnswerLook = _ => ++looks > 1 ? Gone() : FakeHandler.Json(FakeServer.State("stopping")) }));

        Assert.False(await RunAsync(new FakeServer { Delete = static _ => Gone() }.Show("stopped")));
    }

    [Fact]
    public async Task A_stop_whose_answer_is_lost_is_settled_by_the_state()
    {
        var fake = new FakeServer { Post = static _ => FakeServer.Lost() }.Show("running", "stopping", "stopped");

        Assert.True(await RunAsync(fake));

        Assert.Equal(["stop", "DELETE"], fake.Sent);
    }

    [Fact]
    public async Task A_stop_that_never_arrived_is_sent_again()
    {
        var stops = 0;
        var fake = new FakeServer { Post = _ => ++stops == 1 ? FakeServer.Lost() : FakeHandler.Json("{}", HttpStatusCode.Accepted) };
        fake.AnswerLook = _ => FakeHandler.Json(FakeServer.State(stops == 2 ? "stopped" : "running"));

        Assert.True(await RunAsync(fake));

        Assert.Equal(["stop", "stop", "DELETE"], fake.Sent);
    }

    [Fact]
    public async Task A_server_that_goes_on_running_after_three_stops_has_failed()
    {
        var fake = new FakeServer().Show("running");

        var error = await Assert.ThrowsAsync<OperationFailedException>(() => RunAsync(fake));

        Assert.Equal("running", error.Status);
        Assert.Equal(["stop", "stop", "stop"], fake.Sent);
    }

    [Fact]
    public async Task A_stop_that_is_refused_because_the_server_has_stopped_is_fine()
    {
        var fake = new FakeServer { Post = static _ => FakeServer.Refusal("stopped") }.Show("running", "stopped");

        Assert.True(await RunAsync(fake));
    }

    [Fact]
    public async Task A_stop_that_is_not_allowed_is_an_error()
    {
        var fake = new FakeServer { Post = static _ => FakeServer.Refusal("started") }.Show("running");

        await Assert.ThrowsAsync<PermissionDeniedException>(() => RunAsync(fake));

        Assert.Equal(["stop", "stop"], fake.Sent);
    }

    [Fact]
    public async Task A_halted_server_that_cannot_be_stopped_is_deleted_all_the_same()
    {
        var fake = new FakeServer { Post = static _ => FakeServer.Refusal("paused") }.Show("paused");

        Assert.True(await RunAsync(fake));
        Assert.Equal(["stop", "stop", "DELETE"], fake.Sent);

        fake.Delete = static _ => FakeServer.Refusal("paused");
        await Assert.ThrowsAsync<PermissionDeniedException>(() => RunAsync(fake));
    }

    [Fact]
    public async Task A_server_that_somebody_starts_in_between_is_stopped_once_more()
    {
        var deletes = 0;
        var fake = new FakeServer { Delete = _ => ++deletes == 1 ? FakeServer.Refusal("started") : new HttpResponseMessage(HttpStatusCode.NoContent) };
        fake.Show("stopped", "starting", "running", "stopped");

        Assert.True(await RunAsync(fake));

        Assert.Equal(["DELETE", "stop", "DELETE"], fake.Sent);
    }

    [Fact]
    public async Task A_delete_that_is_not_allowed_is_an_error()
    {
        var fake = new FakeServer { Delete = static _ => FakeServer.Refusal("stopped") }.Show("stopped");

        await Assert.ThrowsAsync<PermissionDeniedException>(() => RunAsync(fake));

        Assert.Equal(["DELETE"], fake.Sent);
    }

    [Fact]
    public async Task The_timeout_of_waits_is_the_end()
    {
        var fake = new FakeServer(static o => o.Polling = new PollingOptions { Timeout = TimeSpan.FromMinutes(3) }).Show("stopping");
        var began = fake.Time.GetUtcNow();

        var error = await Assert.ThrowsAsync<OperationTimeoutException>(() => RunAsync(fake));

        Assert.Equal("stopping", error.Status);
        Assert.InRange(fake.Time.GetUtcNow() - began, TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(181));
        Assert.Empty(fake.Sent);
    }

    [Fact]
    public async Task The_timeout_ends_it_also_when_the_server_is_started_again_and_again()
    {
        var fake = new FakeServer(static o => o.Polling = new PollingOptions { Timeout = TimeSpan.FromMinutes(3) }) { Delete = static _ => FakeServer.Refusal("started") };
        var isOn = true;
        fake.Post = _ =>
        {
            isOn = false;
            return FakeHandler.Json("{}", HttpStatusCode.Accepted);
        };
        fake.AnswerLook = _ =>
        {
            var status = isOn ? "running" : "stopped";
            isOn = true;
            return FakeHandler.Json(FakeServer.State(status));
        };
        var began = fake.Time.GetUtcNow();

        await Assert.ThrowsAsync<OperationTimeoutException>(() => RunAsync(fake));

        Assert.InRange(fake.Time.GetUtcNow() - began, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(3.1));
    }

    [Fact]
    public async Task Deletes_say_whether_the_server_was_there()
    {
        var fake = new FakeServer();

        Assert.True(await fake.Servers.DeleteIfExistsAsync(TestClient.Uuid, new DeleteServerOptions { Recurse = RecurseDrives.Disks }));
        Assert.Equal($"/api/2.0/servers/{TestClient.Uuid}/?recurse=disks", fake.Handler.Requests[^1].PathAndQuery);
        fake.Delete = static _ => Gone();
        Assert.False(await fake.Servers.DeleteIfExistsAsync(TestClient.Uuid));
        fake.Delete = static _ => FakeServer.Refusal("started");
        await Assert.ThrowsAsync<PermissionDeniedException>(() => fake.Servers.DeleteIfExistsAsync(TestClient.Uuid));
    }

    [Fact]
    public async Task Several_servers_are_deleted_with_one_request()
    {
        var fake = new FakeServer();
        var other = Guid.NewGuid();

        await fake.Servers.DeleteManyAsync([TestClient.Uuid, other, TestClient.Uuid]);
        await fake.Servers.DeleteManyAsync([other], new DeleteServerOptions { Recurse = RecurseDrives.CdRoms });
        await fake.Servers.DeleteManyAsync([]);

        Assert.Equal([("DELETE", "/api/2.0/servers/"), ("DELETE", "/api/2.0/servers/?recurse=cdroms")], fake.Handler.Requests.Select(static r => (r.Method, r.PathAndQuery)));
        Assert.Equal($$"""{"objects":[{"uuid":"{{TestClient.Uuid}}"},{"uuid":"{{other}}"}]}""", fake.Handler.Requests[0].Body);
    }

    [Fact]
    public async Task A_repeated_delete_of_several_that_finds_one_missing_is_settled_by_the_list()
    {
        var answers = new Queue<HttpStatusCode>([HttpStatusCode.BadGateway, HttpStatusCode.NotFound]);
        var fake = new FakeServer(static o => o.Retry = new RetryOptions())
        {
            Delete = _ => FakeHandler.Json("[]", answers.Dequeue()),
            AnswerLook = static _ => FakeHandler.Json("""{"meta":{"limit":100,"offset":0,"total_count":0},"objects":[]}"""),
        };

        var delete = fake.Servers.DeleteManyAsync([TestClient.Uuid], new DeleteServerOptions { Recurse = RecurseDrives.Disks });
        await fake.Time.RunUntilCompletedAsync(Task.WhenAny(delete));
        await delete;

        Assert.Equal($"/api/2.0/servers/?uuid={TestClient.Uuid}&fields=uuid&limit=100", fake.Handler.Requests[^1].PathAndQuery);
    }

    [Fact]
    public async Task Bad_arguments_are_refused_before_anything_is_sent()
    {
        var fake = new FakeServer();

        await Assert.ThrowsAsync<ArgumentException>(() => fake.Servers.StopAndDeleteAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => fake.Servers.DeleteIfExistsAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => fake.Servers.DeleteManyAsync([TestClient.Uuid, Guid.Empty]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => fake.Servers.DeleteManyAsync(null!));

        Assert.Empty(fake.Handler.Requests);
    }
}
