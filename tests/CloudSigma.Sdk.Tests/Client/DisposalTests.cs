using CloudSigma.Sdk.TestKit.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudSigma.Sdk.Tests.Client;

public class DisposalTests
{
    private static FakeHandler Server() => new(request =>
    {
        var response = FakeHandler.Json("{\"uuid\":\"3d504199-6bac-4612-a19e-691c9c6c6728\"}");
        if (request.Query("do") == "login") response.Headers.TryAddWithoutValidation("Set-Cookie", "sessionid=1");
        return response;
    });

    [Fact]
    public async Task Disposing_asynchronously_logs_out()
    {
        var handler = Server();
        await using (var client = TestClient.Create(handler, o => o.Credential = CloudSigmaCredential.Session("u", "p"))) await client.Profile.GetAsync();

        Assert.Equal(["?do=login", "", "?do=logout"], handler.Requests.Select(r => r.Uri.Query));
    }

    [Fact]
    public async Task Disposing_at_once_sends_nothing()
    {
        var handler = Server();
        using (var client = TestClient.Create(handler, o => o.Credential = CloudSigmaCredential.Session("u", "p"))) await client.Profile.GetAsync();

        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task A_container_logs_its_client_out_at_the_end()
    {
        var handler = Server();
        var services = new ServiceCollection();
        services.AddCloudSigmaClient(o =>
        {
            o.Location = CloudSigmaLocation.Zurich;
            o.Credential = CloudSigmaCredential.Session("u", "p");
        }).ConfigurePrimaryHttpMessageHandler(() => handler);
        await using (var provider = services.BuildServiceProvider()) await provider.GetRequiredService<ICloudSigmaClient>().Profile.GetAsync();

        Assert.Equal("?do=logout", handler.Requests[^1].Uri.Query);
    }

    [Fact]
    public void Own_handlers_keep_no_cookies_and_follow_no_redirects()
    {
        using var handler = CloudSigmaClient.CreateHandler();

        Assert.False(handler.UseCookies);
        Assert.False(handler.AllowAutoRedirect);
    }
}
