using System.Net;
using System.Net.Sockets;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Servers;

/// <summary>Waits for the public address of a server.</summary>
public class AddressTests
{
    private const string DhcpCard = """
        "nics":[{"mac":"22:00:00:00:00:01","ip_v4_conf":{"conf":"dhcp","ip":null},"runtime":null}]
        """;

    private static readonly WaitForAddressOptions V6 = new() { Family = AddressFamily.InterNetworkV6 };

    private static string Running(string runtime, string nics = DhcpCard) => FakeServer.State("running", $"{nics},\"runtime\":{runtime}");

    private static string Live(string cards) => $$"""{"active_since":"2026-01-02T03:04:05+00:00","nics":[{{cards}}]}""";

    private static string Card(string? v4, string? v6 = null, string type = "public") =>
        $$"""{"mac":"22:00:00:00:00:01","interface_type":"{{type}}","ip_v4":{{(v4 is null ? "null" : $$"""{"uuid":"{{v4}}"}""")}},"ip_v6":{{(v6 is null ? "null" : $"\"{v6}\"")}}}""";

    [Fact]
    public async Task A_running_server_is_waited_for_until_it_shows_a_public_address()
    {
        var fake = new FakeServer().Show(
            "stopped", "starting", "unavailable", FakeServer.State("starting", "\"runtime\":" + Live(Card("203.0.113.9"))),
            "running", Running("null"), Running("{}"), Running(Live("")), Running(Live(Card(null))), Running(Live(Card("10.0.0.1", type: "private"))), Running(Live(Card("203.0.113.7"))));

        Assert.Equal(IPAddress.Parse("203.0.113.7"), await fake.RunAsync(fake.Servers.WaitForAddressAsync(TestClient.Uuid)));

        Assert.Equal(11, fake.Looks);
        Assert.Empty(fake.Sent);
    }

    [Fact]
    public async Task The_address_may_be_on_the_card_alone()
    {
        var fake = new FakeServer().Show(FakeServer.State("started", $$"""
            "nics":[{"ip_v4_conf":{"conf":"dhcp"},"runtime":{{Card("203.0.113.7")}} }],"runtime":null
            """));

        Assert.Equal("203.0.113.7", (await fake.RunAsync(fake.Servers.WaitForAddressAsync(TestClient.Uuid))).ToString());
    }

    [Fact]
    public async Task IPv4_comes_first_unless_IPv6_is_asked_for()
    {
        var fake = new FakeServer().Show(Running(Live(Card(null, "2001:db8::7") + "," + Card("203.0.113.7")), """
            "nics":[{"ip_v4_conf":{"conf":"dhcp"},"ip_v6_conf":{"conf":"dhcp"}}]
            """));

        Assert.Equal("203.0.113.7", (await fake.RunAsync(fake.Servers.WaitForAddressAsync(TestClient.Uuid))).ToString());
        Assert.Equal("2001:db8::7", (await fake.RunAsync(fake.Servers.WaitForAddressAsync(TestClient.Uuid, V6))).ToString());
    }

    [Fact]
    public async Task A_server_that_was_read_with_an_address_needs_no_request()
    {
        var fake = new FakeServer().Show(Running(Live(Card("203.0.113.7"))));
        var server = await fake.Servers.GetAsync(TestClient.Uuid);

        Assert.Equal("203.0.113.7", (await fake.Servers.WaitForAddressAsync(server)).ToString());

        Assert.Equal(1, fake.Looks);
        await Assert.ThrowsAsync<ArgumentException>(() => fake.Servers.WaitForAddressAsync(new Server()));
    }

    [Fact]
    public async Task A_server_that_was_read_too_early_is_waited_for()
    {
        var fake = new FakeServer().Show("starting", Running(Live(Card("203.0.113.7"))));
        var server = await fake.Servers.GetAsync(TestClient.Uuid);

        Assert.Equal("203.0.113.7", (await fake.RunAsync(fake.Servers.WaitForAddressAsync(server))).ToString());
    }

    [Theory]
    [InlineData("stopped")]
    [InlineData("paused")]
    public async Task A_server_that_ends_otherwise_has_failed(string end)
    {
        var fake = new FakeServer().Show("starting", "running", end);

        var error = await Assert.ThrowsAsync<OperationFailedException>(() => fake.RunAsync(fake.Servers.WaitForAddressAsync(TestClient.Uuid)));

        Assert.Equal((end, $"servers-address:{TestClient.Uuid}"), (error.Status, error.OperationId));
        Assert.Contains("gets no public address", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, fake.Looks);
    }

    [Fact]
    public async Task A_server_that_nobody_starts_has_failed_after_a_while()
    {
        var fake = new FakeServer().Show("stopped");
        var began = fake.Time.GetUtcNow();

        await Assert.ThrowsAsync<OperationFailedException>(() => fake.RunAsync(fake.Servers.WaitForAddressAsync(TestClient.Uuid)));

        Assert.InRange(fake.Time.GetUtcNow() - began, ServerTransition.Grace, ServerTransition.Grace + TimeSpan.FromSeconds(11));
    }

    [Theory]
    [InlineData("""
        "nics":[]
        """)]
    [InlineData("""
        "nics":[{"vlan":{"uuid":"11111111-2222-4333-8444-555555555555"},"ip_v4_conf":null}]
        """)]
    [InlineData("""
        "nics":[{"ip_v4_conf":{"conf":"manual"}}]
        """)]
    public async Task A_server_whose_cards_never_get_an_address_has_failed_at_once(string nics)
    {
        var fake = new FakeServer().Show("starting", Running(Live(""), nics));

        var error = await Assert.ThrowsAsync<OperationFailedException>(() => fake.RunAsync(fake.Servers.WaitForAddressAsync(TestClient.Uuid)));

        Assert.Contains("No network card", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, fake.Looks);
    }

    [Fact]
    public async Task A_server_with_IPv4_alone_never_gets_an_IPv6_address()
    {
        var fake = new FakeServer().Show(Running(Live(Card("203.0.113.7"))));

        await Assert.ThrowsAsync<OperationFailedException>(() => fake.RunAsync(fake.Servers.WaitForAddressAsync(TestClient.Uuid, V6)));
    }

    [Fact]
    public async Task The_time_of_the_options_ends_the_wait()
    {
        var fake = new FakeServer().Show(Running("null"));
        var began = fake.Time.GetUtcNow();

        var error = await Assert.ThrowsAsync<OperationTimeoutException>(
            () => fake.RunAsync(fake.Servers.WaitForAddressAsync(TestClient.Uuid, new WaitForAddressOptions { Timeout = TimeSpan.FromMinutes(2) })));

        Assert.Equal("running", error.Status);
        Assert.InRange(fake.Time.GetUtcNow() - began, TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(121));
    }

    [Fact]
    public async Task A_start_can_end_with_the_address()
    {
        var fake = new FakeServer().Show("stopped", "starting", Running("null"), Running(Live(Card("203.0.113.7"))));

        var start = await fake.Servers.StartAsync(TestClient.Uuid, new StartServerOptions { WaitForAddress = true });
        var id = start.Id;
        var server = await fake.WaitAsync(start);

        Assert.Equal("203.0.113.7", (await fake.Servers.WaitForAddressAsync(server)).ToString());
        Assert.Equal(4, fake.Looks);
        Assert.Equal("""{}""", fake.Handler.Requests[0].Body);
        Assert.True((await fake.Servers.ResumeAsync(id)).HasSucceeded);
    }

    [Fact]
    public async Task Bad_arguments_are_refused_before_anything_is_sent()
    {
        var fake = new FakeServer();

        await Assert.ThrowsAsync<ArgumentException>(() => fake.Servers.WaitForAddressAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentNullException>(() => fake.Servers.WaitForAddressAsync((Server)null!));
        await Assert.ThrowsAsync<ArgumentException>(() => fake.Servers.WaitForAddressAsync(TestClient.Uuid, new WaitForAddressOptions { Family = AddressFamily.Unix }));
        foreach (var time in new[] { TimeSpan.Zero, TimeSpan.FromSeconds(-1), TimeSpan.FromDays(41) })
            await Assert.ThrowsAsync<ArgumentException>(() => fake.Servers.WaitForAddressAsync(TestClient.Uuid, new WaitForAddressOptions { Timeout = time }));

        Assert.Empty(fake.Handler.Requests);
    }

    [Fact]
    public async Task A_caller_ends_its_wait_at_once()
    {
        var fake = new FakeServer().Show("starting");
        using var stop = new CancellationTokenSource();
        var wait = fake.Servers.WaitForAddressAsync(TestClient.Uuid, cancellationToken: stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.Equal(0, fake.Looks);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_not_found()
    {
        var fake = new FakeServer { AnswerLook = static _ => FakeHandler.Json("[]", HttpStatusCode.NotFound) };

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => fake.RunAsync(fake.Servers.WaitForAddressAsync(TestClient.Uuid)));
    }
}
