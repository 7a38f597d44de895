using System.Net;
using System.Reflection;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Servers;

/// <summary>Backfilling servers are servers at another address.</summary>
public class BackfillingServersTests
{
    private static readonly NewServer Good = new() { Name = "s", Cpu = 1000, Memory = ByteSize.GiB(1), VncPassword = "hunter2" };

    [Fact]
    public async Task Every_method_goes_to_the_address_of_backfilling_servers()
    {
        var running = FakeServer.State("running", """
            "runtime":{"active_since":"2026-01-02T03:04:05+00:00","nics":[{"ip_v4":"203.0.113.7"}]}
            """);
        var handler = new FakeHandler(r => r.Method switch
        {
            "DELETE" => new HttpResponseMessage(HttpStatusCode.NoContent),
            "GET" when r.PathAndQuery.Contains("limit=", StringComparison.Ordinal) => FakeHandler.Json("""{"meta":{"limit":100,"offset":0,"total_count":0},"objects":[]}"""),
            "GET" when r.PathAndQuery.Contains("schema", StringComparison.Ordinal) => FakeHandler.Json("{}"),
            "POST" when r.Query("do") is { } action and not "clone" => FakeHandler.Json($$"""{"action":"{{action}}","vnc_url":"vnc://h:1","console_url":"csconsole://h:2"}""", HttpStatusCode.Accepted),
            _ => FakeHandler.Json(running),
        });
        var client = TestClient.Create(handler).BackfillingServers;
        var server = await client.GetAsync(TestClient.Uuid);

        await foreach (var _ in client.ListAsync()) Assert.Fail("The list is empty.");
        await foreach (var _ in client.ListSummariesAsync()) Assert.Fail("The list is empty.");
        await client.GetSchemaAsync();
        await client.CreateAsync(Good);
        await client.UpdateAsync(server);
        await client.UpdateAsync(TestClient.Uuid, Good);
        await client.DeleteAsync(TestClient.Uuid);
        await client.DeleteIfExistsAsync(TestClient.Uuid);
        Assert.Equal($"bservers-start:{TestClient.Uuid}", (await client.StartAsync(TestClient.Uuid)).Id);
        await client.StopAsync(TestClient.Uuid);
        await client.ShutdownAsync(TestClient.Uuid);
        await client.RestartAsync(TestClient.Uuid);
        await client.CloneAsync(TestClient.Uuid);
        await client.OpenVncAsync(TestClient.Uuid);
        await client.CloseVncAsync(TestClient.Uuid);
        await client.OpenConsoleAsync(TestClient.Uuid);
        await client.CloseConsoleAsync(TestClient.Uuid);
        await client.WaitForAddressAsync(server);
        await client.ResumeAsync($"bservers-stop:{TestClient.Uuid}");

        Assert.All(handler.Requests, static r => Assert.StartsWith("/api/2.0/bservers/", r.PathAndQuery, StringComparison.Ordinal));
        Assert.Equal(20, handler.Requests.Count);
    }

    [Fact]
    public async Task Waits_look_at_backfilling_servers()
    {
        var fake = new FakeServer().Show("starting", "running", "stopping", "stopped");
        var client = fake.Root.BackfillingServers;

        await fake.WaitAsync(await client.StartAsync(TestClient.Uuid));
        Assert.True(await fake.RunAsync(client.StopAndDeleteAsync(TestClient.Uuid)));

        Assert.All(fake.Handler.Requests, static r => Assert.StartsWith($"/api/2.0/bservers/{TestClient.Uuid}/", r.PathAndQuery, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Operations_of_servers_are_not_resumed_as_those_of_backfilling_servers()
    {
        var fake = new FakeServer();

        await Assert.ThrowsAsync<ArgumentException>(() => fake.Root.BackfillingServers.ResumeAsync($"servers-start:{TestClient.Uuid}"));
        await Assert.ThrowsAsync<ArgumentException>(() => fake.Servers.ResumeAsync($"bservers-start:{TestClient.Uuid}"));

        Assert.Empty(fake.Handler.Requests);
    }

    [Fact]
    public async Task An_account_that_is_not_enabled_is_refused_and_the_error_names_the_operation()
    {
        var client = TestClient.Create(new FakeHandler(_ => FakeHandler.Json("[]", HttpStatusCode.Forbidden))).BackfillingServers;

        Assert.Equal("bservers-get", (await Assert.ThrowsAsync<PermissionDeniedException>(() => client.GetAsync(TestClient.Uuid))).OperationId);
        Assert.Equal("bservers-start", (await Assert.ThrowsAsync<PermissionDeniedException>(() => client.StartAsync(TestClient.Uuid))).OperationId);
        Assert.Equal("servers-shutdown", (await Assert.ThrowsAsync<PermissionDeniedException>(() => client.ShutdownAsync(TestClient.Uuid))).OperationId);
    }

    [Fact]
    public void Every_method_is_one_of_servers_with_the_same_parameters()
    {
        static string Signature(MethodInfo m) => $"{m.ReturnType} {m.Name}({string.Join(", ", m.GetParameters().Select(static p => $"{p.ParameterType} {p.Name} {p.HasDefaultValue}"))})";
        var servers = typeof(IServersClient).GetMethods().Select(Signature).ToHashSet();

        Assert.Subset(servers, typeof(IBackfillingServersClient).GetMethods().Select(Signature).ToHashSet());
    }
}
