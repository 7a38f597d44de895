using System.Net;
using System.Text.Json;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Servers;

/// <summary>Live data of servers, and who shares a host with whom.</summary>
public class RuntimeTests
{
    [Fact]
    public async Task Live_data_are_read_alone()
    {
        var handler = new FakeHandler("""{"active_since":"2026-01-02T03:04:05+00:00","nics":[{"mac":"22:00:00:00:00:01","ip_v4":"203.0.113.7"}],"perf_factor":0.5,"new":1}""");

        var runtime = await TestClient.Create(handler).Servers.GetRuntimeAsync(TestClient.Uuid);

        Assert.Equal($"/api/2.0/servers/{TestClient.Uuid}/runtime/", handler.Requests[0].PathAndQuery);
        Assert.Equal("203.0.113.7", runtime!.Nics[0].IPv4!.Address.ToString());
        Assert.Equal(0.5, runtime.PerfFactor!.Value.GetDouble());
        Assert.True(runtime.AdditionalMembers.ContainsKey("new"));
    }

    [Theory]
    [InlineData("0.25", JsonValueKind.Number)]
    [InlineData("\"0.25\"", JsonValueKind.String)]
    [InlineData("""{"cpu":0.25,"mem":1}""", JsonValueKind.Object)]
    public async Task A_performance_factor_is_kept_in_whatever_form(string factor, JsonValueKind kind)
    {
        var server = await TestClient.Create(new FakeHandler(FakeServer.State("running", $$"""
            "runtime":{"perf_factor":{{factor}} }
            """))).BackfillingServers.GetAsync(TestClient.Uuid);

        Assert.Equal(kind, server.Runtime!.PerfFactor!.Value.ValueKind);
        Assert.Equal(factor, JsonSerializer.SerializeToElement(server.Runtime, SdkJson.Context.ServerRuntime).GetProperty("perf_factor").GetRawText());
    }

    [Fact]
    public async Task A_server_that_does_not_run_has_no_live_data() =>
        Assert.Null(await TestClient.Create(new FakeHandler("null")).Servers.GetRuntimeAsync(TestClient.Uuid));

    [Fact]
    public async Task Live_data_without_members_are_live_data()
    {
        var runtime = await TestClient.Create(new FakeHandler("{}")).Servers.GetRuntimeAsync(TestClient.Uuid);

        Assert.Null(runtime!.ActiveSince);
        Assert.Empty(runtime.Nics);
        Assert.Null(runtime.PerfFactor);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"running\"")]
    [InlineData("{")]
    public async Task An_odd_answer_is_a_clear_error(string body)
    {
        var error = await Assert.ThrowsAsync<InvalidResponseException>(() => TestClient.Create(new FakeHandler(body)).Servers.GetRuntimeAsync(TestClient.Uuid));

        Assert.Contains("/runtime/", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Availability_groups_are_lists_of_uuids()
    {
        var other = new Guid("47c77072-e9ca-4e68-8f02-1ad06ba46dfc");
        var groups = await TestClient.Create(new FakeHandler($$"""[["{{TestClient.Uuid}}","{{other}}"],[]]""")).Servers.GetAvailabilityGroupsAsync();
        var group = await TestClient.Create(new FakeHandler($$"""["{{TestClient.Uuid}}"]""")).Servers.GetAvailabilityGroupAsync(TestClient.Uuid);
        var none = await TestClient.Create(new FakeHandler("[]")).Servers.GetAvailabilityGroupAsync(TestClient.Uuid);

        Assert.Equal([TestClient.Uuid, other], groups[0]);
        Assert.Empty(groups[1]);
        Assert.Equal([TestClient.Uuid], group);
        Assert.Empty(none);
    }

    [Theory]
    [InlineData("""{"objects":[]}""")]
    [InlineData("""["not a uuid"]""")]
    [InlineData("")]
    public async Task Odd_availability_groups_are_a_clear_error(string body)
    {
        var servers = TestClient.Create(new FakeHandler(body)).Servers;

        await Assert.ThrowsAsync<InvalidResponseException>(() => servers.GetAvailabilityGroupAsync(TestClient.Uuid));
        await Assert.ThrowsAsync<InvalidResponseException>(() => servers.GetAvailabilityGroupsAsync());
    }

    [Fact]
    public async Task Bad_arguments_are_refused_before_anything_is_sent()
    {
        var handler = new FakeHandler(_ => FakeHandler.Json("{}", HttpStatusCode.OK));
        var servers = TestClient.Create(handler).Servers;

        await Assert.ThrowsAsync<ArgumentException>(() => servers.GetRuntimeAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => servers.GetAvailabilityGroupAsync(Guid.Empty));

        Assert.Empty(handler.Requests);
    }
}
