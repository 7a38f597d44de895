using System.Globalization;
using System.Net;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Servers;

/// <summary>What it costs to do the same with a thousand servers.</summary>
public class FleetTests
{
    private const int Count = 1000;

    private readonly ManualTimeProvider _time = new();
    private readonly Dictionary<Guid, Queue<string>> _ways = [];
    private readonly FakeHandler _handler;
    private readonly IServersClient _client;

    public FleetTests()
    {
        _handler = new FakeHandler(Answer);
        // The limits of the account are not what is counted here.
        _client = TestClient.Create(_handler, o =>
        {
            o.TimeProvider = _time;
            o.RateLimits = null;
        }).Servers;
    }

    private IEnumerable<string> Looks => _handler.Requests.Where(static r => r.Method == "GET").Select(static r => r.PathAndQuery["/api/2.0/".Length..]);

    private List<Guid> Make(int count, params string[] way)
    {
        var uuids = Enumerable.Range(1, count).Select(static n => new Guid(n, 0, 0, new byte[8])).ToList();
        foreach (var uuid in uuids) _ways[uuid] = new Queue<string>(way);
        return uuids;
    }

    /// <summary>Every look shows a server one step further than the one before.</summary>
    private HttpResponseMessage Answer(FakeRequest request)
    {
        if (request.Method == "POST") return FakeHandler.Json("""{"result":"success"}""", HttpStatusCode.Accepted);
        if (request.Method == "DELETE") return new HttpResponseMessage(HttpStatusCode.NoContent);
        var path = request.PathAndQuery["/api/2.0/servers/".Length..];
        if (!path.StartsWith("detail/", StringComparison.Ordinal)) return FakeHandler.Json(Server(Guid.Parse(path.TrimEnd('/'))));
        var shown = _ways.Keys.Select(Server).ToList();
        return FakeHandler.Json(string.Create(
            CultureInfo.InvariantCulture, $$"""{"meta":{"limit":0,"offset":0,"total_count":{{shown.Count}}},"objects":[{{string.Join(',', shown)}}]}"""));
    }

    private string Server(Guid uuid)
    {
        var way = _ways[uuid];
        var isLast = way.Count == 1;
        var number = BitConverter.ToInt32(uuid.ToByteArray());
        var runtime = isLast ? string.Create(CultureInfo.InvariantCulture, $$"""{"nics":[{"ip_v4":"10.{{number / 250}}.0.{{number % 250}}","interface_type":"public"}]}""") : "null";
        return $$"""{"uuid":"{{uuid}}","name":"s","status":"{{(isLast ? way.Peek() : way.Dequeue())}}","runtime":{{runtime}}}""";
    }

    [Fact]
    public async Task Starting_a_thousand_servers_takes_a_request_for_each_and_one_list_for_each_interval()
    {
        var uuids = Make(Count, "stopped", "starting", "starting", "running");

        var starts = await Task.WhenAll(uuids.Select(u => _client.StartAsync(u)));
        Assert.Equal(Count, _handler.Requests.Count);
        Assert.All(_handler.Requests, static r => Assert.Equal("POST", r.Method));
        var wait = Task.WhenAll(starts.Select(static s => s.WaitForCompletionAsync()));
        await _time.RunUntilCompletedAsync(wait);

        Assert.Equal(uuids, (await wait).Select(static s => s.Uuid));
        Assert.All(await wait, static s => Assert.Equal(ServerStatus.Running, s.Status));
        Assert.Equal(Enumerable.Repeat("servers/detail/?limit=0", 4), Looks);
        Assert.Equal(Count + 4, _handler.Requests.Count);
    }

    [Fact]
    public async Task Waiting_for_a_thousand_addresses_takes_one_list_for_each_interval()
    {
        var uuids = Make(Count, "starting", "running", "running");

        var wait = Task.WhenAll(uuids.Select(u => _client.WaitForAddressAsync(u)));
        await _time.RunUntilCompletedAsync(wait);

        Assert.Equal(Count, (await wait).Distinct().Count());
        Assert.Equal(Enumerable.Repeat("servers/detail/?limit=0", 3), Looks);
    }

    [Fact]
    public async Task Stopping_and_deleting_a_thousand_servers_begins_with_one_list_and_takes_two_requests_for_each()
    {
        var uuids = Make(Count, "running", "stopping", "stopped");

        var wait = Task.WhenAll(uuids.Select(u => _client.StopAndDeleteAsync(u)));
        await _time.RunUntilCompletedAsync(wait);

        Assert.All(await wait, Assert.True);
        // How many looks the rest takes depends on how fast the clock of the test runs ahead of the stops.
        Assert.Equal("servers/detail/?limit=0", Looks.First());
        Assert.Equal("POST", _handler.Requests[1].Method);
        Assert.Equal((Count, Count), (_handler.Requests.Count(static r => r.Method == "POST"), _handler.Requests.Count(static r => r.Method == "DELETE")));
    }

    [Fact]
    public async Task A_server_that_falls_back_fails_alone()
    {
        var uuids = Make(150, "starting", "starting", "running");
        _ways[uuids[7]] = new Queue<string>(["starting", "stopped"]);
        var starts = await Task.WhenAll(uuids.Select(u => _client.StartAsync(u)));

        var waits = starts.Select(static s => s.WaitForCompletionAsync()).ToList();
        await _time.RunUntilCompletedAsync(Task.WhenAll(waits.Where((_, i) => i != 7)));

        Assert.Equal(uuids[7], Assert.IsType<Server>((await Assert.ThrowsAsync<OperationFailedException>(() => waits[7])).LastValue).Uuid);
        Assert.Equal(3, Looks.Count());
    }
}
