using System.Globalization;
using System.Text.Json.Nodes;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Client;

/// <summary>A list costs one request per page, and is complete.</summary>
public class RequestCountTests
{
    private const int PageSize = 4;

    public static TheoryData<string, int> Lists
    {
        get
        {
            var rows = new TheoryData<string, int>();
            foreach (var path in new[] { "bservers/", "bservers/detail/", "snapshots/detail/", "remotesnapshots/detail/", "libdrives/", "driveusers/" })
                foreach (var count in new[] { 0, 1, PageSize, PageSize + 1, (3 * PageSize) + 1 }) rows.Add(path, count);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_makes_one_request_per_page(string path, int count)
    {
        var uuids = Enumerable.Range(1, count).Select(static n => new Guid(n, 0, 0, new byte[8])).ToList();
        var handler = new FakeHandler(r =>
        {
            var page = uuids.Skip(r.Offset).Take(r.Limit).Select(u => path == "driveusers/" ? new JsonObject { ["drive"] = u.ToString() } : new JsonObject { ["uuid"] = u.ToString() });
            var meta = new JsonObject { ["limit"] = r.Limit, ["offset"] = r.Offset, ["total_count"] = count };
            return FakeHandler.Json(new JsonObject { ["meta"] = meta, ["objects"] = new JsonArray([.. page]) }.ToJsonString());
        });
        var client = TestClient.Create(handler, static o => o.PageSize = PageSize);

        var read = path switch
        {
            "bservers/" => (await client.BackfillingServers.ListSummariesAsync().ReadAllAsync()).ConvertAll(static s => s.Uuid),
            "bservers/detail/" => (await client.BackfillingServers.ListAsync().ReadAllAsync()).ConvertAll(static s => s.Uuid),
            "snapshots/detail/" => (await client.Snapshots.ListAsync().ReadAllAsync()).ConvertAll(static s => s.Uuid),
            "remotesnapshots/detail/" => (await client.RemoteSnapshots.ListAsync().ReadAllAsync()).ConvertAll(static s => s.Uuid),
            "libdrives/" => (await client.Library.ListAsync().ReadAllAsync()).ConvertAll(static d => d.Uuid),
            _ => (await client.DriveUsers.ListAsync().ReadAllAsync()).ConvertAll(static u => u.Drive!.Uuid),
        };

        Assert.Equal(uuids, read);
        Assert.Equal(Math.Max(1, (count + PageSize - 1) / PageSize), handler.Requests.Count);
        Assert.All(handler.Requests, r => Assert.StartsWith("/api/2.0/" + path, r.PathAndQuery, StringComparison.Ordinal));
        Assert.Equal(handler.Requests.Select(static (_, i) => (i * PageSize).ToString(CultureInfo.InvariantCulture)), handler.Requests.Select(static r => r.Query("offset") ?? "0").OrderBy(static o => o.Length).ThenBy(static o => o, StringComparer.Ordinal));
    }
}
