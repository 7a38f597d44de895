using System.Net;
using CloudSigma.Sdk.TestKit.Fakes;
using Microsoft.Extensions.Logging;

namespace CloudSigma.Sdk.Tests.Servers;

/// <summary>Screens and serial consoles.</summary>
public class ConnectionTests
{
    private static FakeServer Answering(string json, string contentType = "application/json") =>
        new() { Post = _ => FakeHandler.Text(json, contentType, HttpStatusCode.Accepted) };

    [Fact]
    public async Task A_screen_is_at_a_host_and_a_port()
    {
        var fake = Answering("""{"action":"open_vnc","result":"success","uuid":"80751bc7-37cc-48c1-bb08-fd04b46090bf","vnc_url":"vnc://direct.example.com:42714"}""");

        var vnc = await fake.Servers.OpenVncAsync(TestClient.Uuid);
        await fake.Servers.CloseVncAsync(TestClient.Uuid);

        Assert.Equal((new Uri("vnc://direct.example.com:42714"), "direct.example.com", 42714), (vnc.Url, vnc.Host, vnc.Port));
        Assert.Equal(["open_vnc", "close_vnc"], fake.Sent);
        Assert.All(fake.Handler.Requests, static r => Assert.Equal("{}", r.Body));
    }

    [Theory]
    [InlineData("""{"action":"open_console","console_url":"csconsole://direct.example.com:43835"}""")]
    [InlineData("""{"objects":[{"console_url":"csconsole://direct.example.com:43835","new":1}]}""")]
    public async Task A_console_is_at_a_host_and_a_port(string json)
    {
        var console = await Answering(json).Servers.OpenConsoleAsync(TestClient.Uuid);

        Assert.Equal((new Uri("csconsole://direct.example.com:43835"), "direct.example.com", 43835), (console.Url, console.Host, console.Port));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"objects":[]}""")]
    [InlineData("""{"objects":[null]}""")]
    [InlineData("""{"action":"open_vnc","result":"success"}""")]
    [InlineData("""{"vnc_url":null,"console_url":null}""")]
    [InlineData("""{"vnc_url":"","console_url":""}""")]
    [InlineData("""{"vnc_url":"direct.example.com","console_url":"direct.example.com"}""")]
    [InlineData("""{"vnc_url":"vnc://direct.example.com","console_url":"csconsole://direct.example.com"}""")]
    [InlineData("""{"vnc_url":"vnc://:42714","console_url":"csconsole://:42714"}""")]
    [InlineData("""{"vnc_url":{"host":"x"},"console_url":[1]}""")]
    public async Task An_answer_that_does_not_say_where_is_a_clear_error(string json)
    {
        var fake = Answering(json);

        var vnc = await Assert.ThrowsAsync<InvalidResponseException>(() => fake.Servers.OpenVncAsync(TestClient.Uuid));
        await Assert.ThrowsAsync<InvalidResponseException>(() => fake.Servers.OpenConsoleAsync(TestClient.Uuid));

        Assert.Matches("servers-open-vnc|open_vnc|action/", vnc.Message);
        Assert.Equal(["open_vnc", "open_console"], fake.Sent);
    }

    [Fact]
    public async Task A_page_instead_of_an_answer_is_a_clear_error() =>
        await Assert.ThrowsAsync<InvalidResponseException>(() => Answering("<html/>", "text/html").Servers.OpenVncAsync(TestClient.Uuid));

    [Fact]
    public async Task Opening_is_refused_for_a_server_that_does_not_run()
    {
        var fake = new FakeServer { Post = static _ => FakeServer.Refusal("stopped") };

        await Assert.ThrowsAsync<PermissionDeniedException>(() => fake.Servers.OpenVncAsync(TestClient.Uuid));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => fake.Servers.CloseConsoleAsync(TestClient.Uuid));
    }

    [Fact]
    public async Task Neither_passwords_nor_open_ways_are_in_the_log()
    {
        var log = new List<string>();
        using var factory = new CollectingLoggerFactory(log);
        var fake = new FakeServer(o =>
        {
            o.LoggerFactory = factory;
            o.LogBodies = true;
        });
        fake.Post = static action => FakeHandler.Json(action == "clone"
            ? """{"uuid":"11111111-2222-4333-8444-555555555555","name":"s","status":"stopped","vnc_password":"hunter2"}"""
            : """{"vnc_url":"vnc://direct.example.com:42714","console_url":"csconsole://direct.example.com:43835"}""", HttpStatusCode.Accepted);

        Assert.Equal("hunter2", (await fake.Servers.CloneAsync(TestClient.Uuid, new CloneServerOptions { RandomVncPassword = true })).Value.VncPassword);
        await fake.Servers.OpenVncAsync(TestClient.Uuid);
        await fake.Servers.OpenConsoleAsync(TestClient.Uuid);

        var all = string.Join('\n', log);
        Assert.Contains("vnc_password", all, StringComparison.Ordinal);
        Assert.Contains("console_url", all, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", all, StringComparison.Ordinal);
        Assert.DoesNotContain("42714", all, StringComparison.Ordinal);
        Assert.DoesNotContain("43835", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_of_a_clone_is_not_in_the_error_of_a_damaged_answer()
    {
        var fake = new FakeServer { Post = static _ => FakeHandler.Json("""{"vnc_password": "hunter2", "uuid": "damaged""", HttpStatusCode.Accepted) };

        var error = await Assert.ThrowsAsync<InvalidResponseException>(() => fake.Servers.CloneAsync(TestClient.Uuid));

        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("vnc_password", error.Message, StringComparison.Ordinal);
    }

    private sealed class CollectingLoggerFactory(List<string> log) : ILoggerFactory, ILogger
    {
        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => log.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
