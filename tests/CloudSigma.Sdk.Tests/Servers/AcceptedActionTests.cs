using System.Net;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Servers;

public class AcceptedActionTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    public async Task An_action_that_was_accepted_is_no_error_whatever_its_body(string body)
    {
        var handler = new FakeHandler(r => r.Method == "POST"
            ? FakeHandler.Text(body, "text/html", HttpStatusCode.Accepted)
            : FakeHandler.Json($$"""{"uuid":"{{TestClient.Uuid}}","status":"starting"}"""));
        var servers = TestClient.Create(handler).Servers;

        Assert.Equal(ServerStatus.Starting, (await servers.StartAsync(TestClient.Uuid)).Value.Status);
        Assert.Equal(ServerStatus.Starting, (await servers.StopAsync(TestClient.Uuid)).Value.Status);
    }
}
