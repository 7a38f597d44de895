using System.Net;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Servers;

/// <summary>What an operation tells before and after its first look.</summary>
public class AcceptedActionTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    public async Task An_action_that_was_accepted_is_no_error_whatever_its_body(string body)
    {
        var fake = new FakeServer { Post = _ => FakeHandler.Text(body, "text/html", HttpStatusCode.Accepted) }.Show("starting");

        foreach (var operation in new[] { await fake.Servers.StartAsync(TestClient.Uuid), await fake.Servers.StopAsync(TestClient.Uuid), await fake.Servers.ShutdownAsync(TestClient.Uuid) })
            Assert.Equal(ServerStatus.Starting, (await operation.UpdateAsync()).Status);
        await fake.Servers.CloseVncAsync(TestClient.Uuid);
        await fake.Servers.CloseConsoleAsync(TestClient.Uuid);

        Assert.Equal(["start", "stop", "shutdown", "close_vnc", "close_console"], fake.Sent);
    }

    [Fact]
    public async Task Before_its_first_look_an_operation_knows_the_uuid_and_claims_no_more()
    {
        var fake = new FakeServer().Show("running");

        var start = await fake.Servers.StartAsync(TestClient.Uuid);

        Assert.Equal(0, fake.Looks);
        Assert.Equal($"servers-start:{TestClient.Uuid}", start.Id);
        Assert.Equal("accepted", start.Progress.Status);
        Assert.Equal(new Server { Uuid = TestClient.Uuid }, start.Value);
        Assert.False(start.HasCompleted);
        Assert.Equal("s", (await start.UpdateAsync()).Name);
        Assert.True(start.HasSucceeded);
    }

    [Fact]
    public async Task An_action_on_a_server_that_is_gone_at_the_first_look_ends_the_wait()
    {
        var fake = new FakeServer { AnswerLook = static _ => FakeHandler.Json("[]", HttpStatusCode.NotFound) };

        await Assert.ThrowsAsync<ResourceNotFoundException>(async () => await fake.WaitAsync(await fake.Servers.StopAsync(TestClient.Uuid)));
    }
}
