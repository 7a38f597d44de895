using System.Net;
using System.Text.Json.Nodes;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Client;

/// <summary>What callers are told when the answer to a change is lost.</summary>
public class LostAnswerTests
{
    private static HttpResponseMessage Lost() => throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset by peer");

    private static HttpResponseMessage Server(string status) => FakeHandler.Json($$"""{"uuid":"{{TestClient.Uuid}}","name":"s","status":"{{status}}"}""");

    [Theory]
    [InlineData("starting", true)]
    [InlineData("running", true)]
    [InlineData("unavailable", true)]
    [InlineData("stopped", false)]
    public async Task A_start_whose_answer_is_lost_is_settled_by_the_state(string status, bool begun)
    {
        var handler = new FakeHandler(r => r.Method == "POST" ? Lost() : Server(status));
        var start = TestClient.Create(handler).Servers.StartAsync(TestClient.Uuid);

        if (begun) Assert.Equal(status, (await start).Value.Status.Value);
        else await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => start);
        Assert.Single(handler.Requests, r => r.Method == "POST");
    }

    [Theory]
    [InlineData("stopping", true)]
    [InlineData("stopped", true)]
    [InlineData("running", false)]
    public async Task A_stop_whose_answer_is_a_gateway_error_is_settled_by_the_state(string status, bool begun)
    {
        var handler = new FakeHandler(r => r.Method == "POST" ? FakeHandler.Text("<html/>", "text/html", HttpStatusCode.BadGateway) : Server(status));
        var stop = TestClient.Create(handler).Servers.StopAsync(TestClient.Uuid);

        if (begun) Assert.Equal(status, (await stop).Value.Status.Value);
        else await Assert.ThrowsAsync<CloudSigmaApiException>(() => stop);
    }

    [Theory]
    [InlineData("stopping", true)]
    [InlineData("stopped", true)]
    [InlineData("paused", true)]
    [InlineData("running", false)]
    [InlineData("started", false)]
    public async Task A_shutdown_whose_answer_is_lost_is_settled_by_the_state(string status, bool begun)
    {
        foreach (var options in new[] { null, new ShutdownServerOptions { StopAfter = TimeSpan.FromMinutes(2) } })
        {
            var handler = new FakeHandler(r => r.Method == "POST" ? Lost() : Server(status));
            var shutdown = TestClient.Create(handler).Servers.ShutdownAsync(TestClient.Uuid, options);

            if (begun) Assert.Equal(status, (await shutdown).Value.Status.Value);
            else await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => shutdown);
            Assert.Equal(["POST", "GET"], handler.Requests.Select(static r => r.Method));
        }
    }

    [Fact]
    public async Task A_lost_answer_that_cannot_be_settled_is_told_as_it_was()
    {
        var handler = new FakeHandler(r => r.Method == "POST" ? Lost() : FakeHandler.Json("[]", HttpStatusCode.InternalServerError));

        await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => TestClient.Create(handler).Servers.StartAsync(TestClient.Uuid));

        Assert.Equal(["POST", "GET"], handler.Requests.Select(static r => r.Method));
    }

    [Fact]
    public async Task A_repeated_start_that_is_refused_because_the_first_one_worked_is_a_start()
    {
        var time = new ManualTimeProvider();
        var posts = 0;
        var handler = new FakeHandler(r => r.Method != "POST" ? Server("starting")
            : ++posts == 1 ? FakeHandler.Json("[]", HttpStatusCode.ServiceUnavailable)
            : FakeHandler.Json("""[{"error_type":"permission","error_message":"Cannot start guest in state \"starting\"","error_point":null}]""", HttpStatusCode.Forbidden));
        var client = TestClient.Create(handler, o =>
        {
            o.TimeProvider = time;
            o.Retry = new RetryOptions();
        });

        var start = client.Servers.StartAsync(TestClient.Uuid);
        await time.RunUntilCompletedAsync(start, within: TimeSpan.FromMinutes(1));

        Assert.Equal(ServerStatus.Starting, (await start).Value.Status);
        Assert.Equal(2, posts);
    }

    [Fact]
    public async Task An_accepted_start_that_cannot_be_looked_at_for_a_while_is_still_a_start()
    {
        var time = new ManualTimeProvider();
        var looks = 0;
        var handler = new FakeHandler(r => r.Method == "POST" ? FakeHandler.Json("{}", HttpStatusCode.Accepted)
            : ++looks < 4 ? FakeHandler.Json("[]", HttpStatusCode.ServiceUnavailable) : Server("running"));

        var start = await TestClient.Create(handler, time).Servers.StartAsync(TestClient.Uuid);
        Assert.False(start.HasCompleted);
        Assert.Equal(TestClient.Uuid, start.Value.Uuid);
        Assert.Equal($"servers-start:{TestClient.Uuid}", start.Id);
        var wait = start.WaitForCompletionAsync();
        await time.RunUntilCompletedAsync(wait);

        Assert.Equal(ServerStatus.Running, (await wait).Status);
        Assert.Equal(4, looks);
    }

    [Fact]
    public async Task A_start_that_is_refused_at_once_is_an_error_without_further_questions()
    {
        var handler = new FakeHandler(_ => FakeHandler.Json("[]", HttpStatusCode.Forbidden));

        await Assert.ThrowsAsync<PermissionDeniedException>(() => TestClient.Create(handler).Servers.StartAsync(TestClient.Uuid));

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task A_create_with_a_token_is_found_when_its_answer_is_lost_and_never_made_again()
    {
        var made = new List<JsonNode>();
        var handler = new FakeHandler(r =>
        {
            if (r.Method == "POST")
            {
                foreach (var item in JsonNode.Parse(r.Body!)!["objects"]!.AsArray())
                {
                    var copy = item!.DeepClone();
                    copy["uuid"] = Guid.NewGuid().ToString();
                    made.Add(copy);
                }

                return Lost();
            }

            var page = new JsonObject { ["meta"] = new JsonObject { ["limit"] = 100, ["offset"] = 0, ["total_count"] = made.Count }, ["objects"] = new JsonArray([.. made.Select(m => m.DeepClone())]) };
            return FakeHandler.Json(page.ToJsonString());
        });
        var client = TestClient.Create(handler);

        var drive = await client.Drives.CreateAsync(new NewDrive { Name = "d", Size = ByteSize.GiB(1), ClientToken = "t-1", Meta = new Dictionary<string, string> { ["k"] = "v" } });
        Assert.Equal(("t-1", "v"), (drive.Meta["client_token"], drive.Meta["k"]));
        var servers = await client.Servers.CreateManyAsync([.. new[] { "t-2", "t-3" }.Select(t => new NewServer { Name = "s", Cpu = 1000, Memory = ByteSize.GiB(1), VncPassword = "x", ClientToken = t })]);
        Assert.Equal(["t-2", "t-3"], servers.Select(s => s.Meta["client_token"]));

        Assert.Equal(2, handler.Requests.Count(r => r.Method == "POST"));
        Assert.Equal(3, made.Count);
        Assert.Contains(handler.Requests, r => r.Query("name") == "d");
    }

    [Fact]
    public async Task A_create_that_is_not_found_is_an_error_that_says_so()
    {
        var handler = new FakeHandler(r => r.Method == "POST" ? Lost() : FakeHandler.Json("""{"meta":{"limit":100,"offset":0,"total_count":0},"objects":[]}"""));

        var error = await Assert.ThrowsAsync<CloudSigmaException>(() => TestClient.Create(handler).Drives.CreateAsync(new NewDrive { Name = "d", Size = ByteSize.GiB(1), ClientToken = "t" }));

        Assert.Contains("no object with its client token", error.Message, StringComparison.Ordinal);
        Assert.IsType<CloudSigmaConnectionException>(error.InnerException);
    }

    [Fact]
    public async Task Without_a_token_a_lost_answer_is_told_at_once()
    {
        var handler = new FakeHandler(_ => Lost());

        await Assert.ThrowsAsync<CloudSigmaConnectionException>(() => TestClient.Create(handler).Drives.CreateAsync(new NewDrive { Name = "d", Size = ByteSize.GiB(1) }));

        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("t", "other")]
    public async Task A_token_that_cannot_be_used_is_refused(string token, string? other)
    {
        var handler = new FakeHandler("{}");
        var drive = new NewDrive { Name = "d", Size = ByteSize.GiB(1), ClientToken = token, Meta = other is null ? null : new Dictionary<string, string> { ["client_token"] = other } };

        await Assert.ThrowsAsync<ArgumentException>(() => TestClient.Create(handler).Drives.CreateAsync(drive));

        Assert.Empty(handler.Requests);
    }
}
