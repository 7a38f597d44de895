using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Client;

public class OptionsTests
{
    private static string Fault(Action<CloudSigmaClientOptions> change)
    {
        var options = TestClient.Options();
        change(options);
        return Assert.Throws<ArgumentException>(() => new CloudSigmaClient(options, new HttpClient(new FakeHandler("{}")))).Message;
    }

    [Theory]
    [InlineData("zrh.cloudsigma.com/api/2.0/", "zrh.cloudsigma.com/api/2.0/", "https://")]
    [InlineData("ftp://x.example/api/2.0/", "ftp://x.example", "https://")]
    [InlineData("localhost:8010/api/2.0/", "localhost:8010", "https://")]
    [InlineData("http://zrh.cloudsigma.com/api/2.0/", "http://zrh.cloudsigma.com", "AllowInsecureEndpoint")]
    [InlineData("https://user:hunter2@zrh.cloudsigma.com/api/2.0/", "https://zrh.cloudsigma.com", "Credential")]
    [InlineData("https://zrh.cloudsigma.com/api/2.0/?a=b", "query", "base address")]
    public void A_bad_endpoint_is_refused_with_its_value_and_the_remedy(string endpoint, string value, string remedy)
    {
        var message = Fault(o => o.Endpoint = new Uri(endpoint, UriKind.RelativeOrAbsolute));

        Assert.Contains(value, message, StringComparison.Ordinal);
        Assert.Contains(remedy, message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_other_bad_setting_is_named_with_its_value()
    {
        Assert.Contains("-1", Fault(o => o.PageSize = -1), StringComparison.Ordinal);
        Assert.Contains("10001", Fault(o => o.PageSize = 10_001), StringComparison.Ordinal);
        Assert.Contains("RequestTimeout is 00:00:00", Fault(o => o.RequestTimeout = TimeSpan.Zero), StringComparison.Ordinal);
        Assert.Contains("shorter than RequestTimeout (00:01:40)", Fault(o => o.TotalTimeout = TimeSpan.FromSeconds(5)), StringComparison.Ordinal);
        Assert.Contains("Retry.MaxRetries is 99", Fault(o => o.Retry = new RetryOptions { MaxRetries = 99 }), StringComparison.Ordinal);
        Assert.Contains("Retry.BaseDelay is 00:00:00", Fault(o => o.Retry = new RetryOptions { BaseDelay = TimeSpan.Zero }), StringComparison.Ordinal);
        Assert.Contains("RateLimits.DeletePerMinute is 0", Fault(o => o.RateLimits = new RateLimits { DeletePerMinute = 0 }), StringComparison.Ordinal);
        Assert.Contains("Polling.Growth is 0.1", Fault(o => o.Polling = new PollingOptions { Growth = 0.1 }), StringComparison.Ordinal);
        Assert.Contains("'my app'", Fault(o => o.ApplicationName = "my app"), StringComparison.Ordinal);
        Assert.Contains("No credential", Fault(o => o.Credential = null), StringComparison.Ordinal);
        Assert.Contains("Neither Location nor Endpoint", Fault(o => o.Endpoint = null), StringComparison.Ordinal);
        Assert.Contains("Both Location (ZRH) and Endpoint (http://127.0.0.1:8010/api/2.0/)", Fault(o => o.Location = CloudSigmaLocation.Zurich), StringComparison.Ordinal);
        Assert.Contains("Location has no code", Fault(o =>
        {
            o.Endpoint = null;
            o.Location = default(CloudSigmaLocation);
        }), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var message = Fault(o =>
        {
            o.PageSize = -5;
            o.Credential = null;
        });

        Assert.Contains("-5", message, StringComparison.Ordinal);
        Assert.Contains("No credential", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8010/api/2.0", "http://127.0.0.1:8010/api/2.0/")]
    [InlineData("https://zrh.cloudsigma.com", "https://zrh.cloudsigma.com/")]
    [InlineData("http://localhost/api/2.0/", "http://localhost/api/2.0/")]
    [InlineData("http://[::1]:99/api/2.0", "http://[::1]:99/api/2.0/")]
    public async Task A_missing_slash_at_the_end_is_added(string endpoint, string expected)
    {
        var handler = new FakeHandler("{\"uuid\":\"3d504199-6bac-4612-a19e-691c9c6c6728\"}");
        var client = TestClient.Create(handler, o => o.Endpoint = new Uri(endpoint));

        await client.Profile.GetAsync();

        Assert.Equal(expected, client.Endpoint.AbsoluteUri);
        Assert.Equal(expected + "profile/", Assert.Single(handler.Requests).Uri.AbsoluteUri);
    }

    [Fact]
    public void Plain_http_to_another_host_works_when_it_is_allowed()
    {
        var client = TestClient.Create(new FakeHandler("{}"), o =>
        {
            o.Endpoint = new Uri("http://lab.example/api/2.0/");
            o.AllowInsecureEndpoint = true;
        });

        Assert.Equal("http://lab.example/api/2.0/", client.Endpoint.AbsoluteUri);
    }

    [Fact]
    public void Options_are_frozen_once_a_client_uses_them()
    {
        var options = TestClient.Options();
        using var client = new CloudSigmaClient(options);

        foreach (var change in new Action[]
        {
            () => options.PageSize = 5, () => options.Endpoint = null, () => options.Location = null, () => options.Credential = null,
            () => options.PrefetchPages = false, () => options.RequestTimeout = TimeSpan.Zero, () => options.Polling = new PollingOptions(),
            () => options.AllowInsecureEndpoint = true, () => options.ApplicationName = "x", () => options.TimeProvider = TimeProvider.System,
            () => options.TotalTimeout = TimeSpan.Zero, () => options.Retry = new RetryOptions(), () => options.RateLimits = null, () => options.RateLimiter = null,
            () => options.LoggerFactory = null, () => options.LogBodies = true, () => options.Randomizer = null,
        })
        {
            Assert.Contains("cannot be changed", Assert.Throws<InvalidOperationException>(change).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Locations_know_their_endpoints()
    {
        Assert.Equal("https://zrh.cloudsigma.com/api/2.0/", CloudSigmaLocation.Zurich.Endpoint.AbsoluteUri);
        Assert.Equal("https://ec.servecentric.com/api/2.0/", CloudSigmaLocation.Dublin.Endpoint.AbsoluteUri);
        Assert.Equal("https://xyz9.cloudsigma.com/api/2.0/", new CloudSigmaLocation("xyz9").Endpoint.AbsoluteUri);
        Assert.Equal("MNL2", CloudSigmaLocation.Manila2.ToString());
        Assert.Throws<ArgumentException>(() => new CloudSigmaLocation("evil.example/"));
        Assert.Throws<ArgumentException>(() => new CloudSigmaLocation(" "));
        Assert.Throws<InvalidOperationException>(() => default(CloudSigmaLocation).Endpoint);
    }

    [Fact]
    public async Task The_application_names_itself_in_the_user_agent()
    {
        var handler = new FakeHandler("{\"uuid\":\"3d504199-6bac-4612-a19e-691c9c6c6728\"}");
        await TestClient.Create(handler, o => o.ApplicationName = "my-app/1.2").Profile.GetAsync();

        Assert.Matches("^my-app/1.2 CloudSigma.Sdk/[0-9.]+$", Assert.Single(handler.Requests).Headers["User-Agent"]);
    }
}
