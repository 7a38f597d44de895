using CloudSigma.Sdk.TestKit.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CloudSigma.Sdk.Tests.Client;

public class DependencyInjectionTests
{
    private static IConfiguration Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create("CloudSigma:" + v.Key, v.Value))).Build().GetSection("CloudSigma");

    [Fact]
    public async Task A_section_of_the_configuration_makes_a_client()
    {
        var handler = new FakeHandler("{\"uuid\":\"3d504199-6bac-4612-a19e-691c9c6c6728\"}");
        var services = new ServiceCollection();
        services.AddCloudSigmaClient(Configuration(
                ("Endpoint", "http://127.0.0.1:1/api/2.0"), ("Username", "user.email@domain.tld"), ("Password", "pass123"), ("PageSize", "7"), ("PrefetchPages", "false"),
                ("RequestTimeout", "00:00:09"), ("OperationTimeout", "02:00:00"), ("ApplicationName", "app")))
            .ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();

        var client = provider.GetRequiredService<ICloudSigmaClient>();
        await client.Profile.GetAsync();

        var options = provider.GetRequiredService<IOptionsMonitor<CloudSigmaClientOptions>>().Get("CloudSigma");
        Assert.Equal(7, options.PageSize);
        Assert.False(options.PrefetchPages);
        Assert.Equal(TimeSpan.FromSeconds(9), options.RequestTimeout);
        Assert.Equal(TimeSpan.FromHours(2), options.Polling.Timeout);
        Assert.Equal("Basic dXNlci5lbWFpbEBkb21haW4udGxkOnBhc3MxMjM=", Assert.Single(handler.Requests).Headers["Authorization"]);
        Assert.Same(client, provider.GetRequiredService<ICloudSigmaClient>());
    }

    [Theory]
    [InlineData("PageSize", "many", "CloudSigma:PageSize is 'many', but has to be a whole number")]
    [InlineData("PageSize", "99999", "PageSize is 99999")]
    [InlineData("Location", "Z R H", "CloudSigma:Location is 'Z R H'")]
    [InlineData("RequestTimeout", "100", "CloudSigma:RequestTimeout is '100', but has to be a time")]
    [InlineData("PrefetchPages", "yes", "CloudSigma:PrefetchPages is 'yes'")]
    [InlineData("Password", "", "CloudSigma:Password is missing, although Username is 'user@example.com'")]
    [InlineData("Username", "", "CloudSigma:Username is missing")]
    [InlineData("Username", "a:b", "CloudSigma:Username or CloudSigma:Password cannot be used")]
    [InlineData("Endpoint", "http://lab.example/api/2.0/", "Endpoint is 'http://lab.example/api/2.0/'")]
    public async Task A_bad_configuration_stops_the_application_at_its_start(string key, string value, string message)
    {
        var values = new Dictionary<string, string?> { ["Username"] = "user@example.com", ["Password"] = "s3cret", [key] = value };
        if (key is not ("Location" or "Endpoint")) values["Location"] = "ZRH";
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddCloudSigmaClient(Configuration([.. values.Select(v => (v.Key, v.Value))]));
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clients_under_keys_keep_their_accounts_apart()
    {
        var handler = new FakeHandler("{\"uuid\":\"3d504199-6bac-4612-a19e-691c9c6c6728\"}");
        var services = new ServiceCollection();
        foreach (var name in new[] { "one", "two" })
        {
            services.AddKeyedCloudSigmaClient(name, o =>
            {
                o.Location = name == "one" ? CloudSigmaLocation.Zurich : CloudSigmaLocation.Geneva;
                o.Credential = CloudSigmaCredential.Basic(name, "secret");
            }).ConfigurePrimaryHttpMessageHandler(() => handler);
        }

        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredKeyedService<ICloudSigmaClient>("one").Profile.GetAsync();
        await provider.GetRequiredKeyedService<ICloudSigmaClient>("two").Profile.GetAsync();

        Assert.Equal(["zrh.cloudsigma.com", "gva.cloudsigma.com"], handler.Requests.Select(r => r.Uri.Host));
        Assert.NotEqual(handler.Requests[0].Headers["Authorization"], handler.Requests[1].Headers["Authorization"]);
        Assert.Null(provider.GetService<ICloudSigmaClient>());
    }

    [Fact]
    public async Task Handlers_of_the_application_take_part()
    {
        var services = new ServiceCollection();
        services.AddCloudSigmaClient(o =>
        {
            o.Location = CloudSigmaLocation.Zurich;
            o.Credential = CloudSigmaCredential.Basic("a", "b");
        }).AddHttpMessageHandler(() => new Marker()).ConfigurePrimaryHttpMessageHandler(() => new FakeHandler(r =>
        {
            Assert.Equal("yes", r.Headers["X-Marked"]);
            return FakeHandler.Json("{\"uuid\":\"3d504199-6bac-4612-a19e-691c9c6c6728\"}");
        }));
        await using var provider = services.BuildServiceProvider();

        Assert.Equal(TestClient.Uuid, (await provider.GetRequiredService<ICloudSigmaClient>().Profile.GetAsync()).Uuid);
    }

    [Fact]
    public async Task A_handler_for_all_clients_that_sends_again_repeats_no_create()
    {
        var handler = new FakeHandler("""{"objects":[{"uuid":"3d504199-6bac-4612-a19e-691c9c6c6728"}]}""");
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(static b => b.AddHttpMessageHandler(static () => new Twice()));
        services.AddCloudSigmaClient(o =>
        {
            o.Location = CloudSigmaLocation.Zurich;
            o.Credential = CloudSigmaCredential.Basic("a", "b");
        }).ConfigurePrimaryHttpMessageHandler(() => handler);
        services.ConfigureHttpClientDefaults(static b => b.AddHttpMessageHandler(static () => new Twice()));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ICloudSigmaClient>().Drives.CreateAsync(new NewDrive { Name = "d", Size = ByteSize.GiB(1) });

        Assert.Single(handler.Requests);
    }

    private sealed class Twice : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Marker : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Marked", "yes");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
