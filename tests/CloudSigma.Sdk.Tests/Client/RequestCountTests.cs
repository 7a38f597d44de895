using System.Globalization;
using System.Text.Json.Nodes;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Client;

/// <summary>A list costs one request per page, and is complete.</summary>
public class RequestCountTests
{
    private const int PageSize = 4;

    /// <summary>The lists by their paths, and how one is read into the ids of its objects.</summary>
    private static readonly Dictionary<string, Func<ICloudSigmaClient, Task<IEnumerable<string>>>> All = new()
    {
        ["acls/"] = static c => IdsAsync(c.Acls.ListAsync(), static a => a.Uuid),
        ["backupschedulers/"] = static c => IdsAsync(c.BackupSchedulers.ListSummariesAsync(), static b => b.Uuid),
        ["backupschedulers/detail/"] = static c => IdsAsync(c.BackupSchedulers.ListAsync(), static b => b.Uuid),
        ["bservers/"] = static c => IdsAsync(c.BackfillingServers.ListSummariesAsync(), static b => b.Uuid),
        ["bservers/detail/"] = static c => IdsAsync(c.BackfillingServers.ListAsync(), static b => b.Uuid),
        ["drives/"] = static c => IdsAsync(c.Drives.ListSummariesAsync(), static d => d.Uuid),
        ["drives/detail/"] = static c => IdsAsync(c.Drives.ListAsync(), static d => d.Uuid),
        ["driveusers/"] = static c => IdsAsync(c.DriveUsers.ListAsync(), static u => u.Drive!.Uuid),
        ["hostallocationpools/"] = static c => IdsAsync(c.PrivateClouds.ListAllocationPoolsAsync(), static p => p.Uuid),
        ["hostavailabilityzones/"] = static c => IdsAsync(c.PrivateClouds.ListAvailabilityZonesAsync(), static z => z.Uuid),
        ["jobs/"] = static c => IdsAsync(c.Jobs.ListAsync(), static j => j.Uuid),
        ["keypairs/"] = static c => IdsAsync(c.Keypairs.ListAsync(), static k => k.Uuid),
        ["libdrives/"] = static c => IdsAsync(c.Library.ListAsync(), static d => d.Uuid),
        ["nodes/"] = static c => IdsAsync(c.PrivateClouds.ListNodesAsync(), static n => n.Uuid),
        ["pubkeys/"] = static c => IdsAsync(c.PublicKeys.ListAsync(), static k => k.Uuid),
        ["remotesnapshots/detail/"] = static c => IdsAsync(c.RemoteSnapshots.ListAsync(), static s => s.Uuid),
        ["servers/"] = static c => IdsAsync(c.Servers.ListSummariesAsync(), static s => s.Uuid),
        ["servers/detail/"] = static c => IdsAsync(c.Servers.ListAsync(), static s => s.Uuid),
        ["snapshots/detail/"] = static c => IdsAsync(c.Snapshots.ListAsync(), static s => s.Uuid),
        ["tags/"] = static c => IdsAsync(c.Tags.ListAsync(), static t => t.Uuid),
        [$"tags/{TestClient.Uuid}/drives/"] = static c => IdsAsync(c.Tags.ListDrivesAsync(TestClient.Uuid), static d => d.Uuid),
        [$"tags/{TestClient.Uuid}/ips/"] = static c => IdsAsync(c.Tags.ListIPsAsync(TestClient.Uuid), static r => r.Uuid),
        [$"tags/{TestClient.Uuid}/servers/"] = static c => IdsAsync(c.Tags.ListServersAsync(TestClient.Uuid), static s => s.Uuid),
        [$"tags/{TestClient.Uuid}/vlans/"] = static c => IdsAsync(c.Tags.ListVlansAsync(TestClient.Uuid), static r => r.Uuid),
        ["vmware_servers/"] = static c => IdsAsync(c.VmwareServers.ListAsync(), static s => s.Uuid),
        ["vpc/"] = static c => IdsAsync(c.PrivateClouds.ListAsync(), static v => v.Uuid),
    };

    public static TheoryData<string, int> Lists
    {
        get
        {
            var rows = new TheoryData<string, int>();
            foreach (var path in All.Keys)
                foreach (var count in new[] { 0, 1, PageSize, PageSize + 1, (3 * PageSize) + 1 }) rows.Add(path, count);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_makes_one_request_per_page(string path, int count)
    {
        var ids = Enumerable.Range(1, count).Select(n => path.EndsWith("/ips/", StringComparison.Ordinal) ? $"203.0.113.{n}" : new Guid(n, 0, 0, new byte[8]).ToString()).ToList();
        var handler = new FakeHandler(r =>
        {
            var page = ids.Skip(r.Offset).Take(r.Limit).Select(id => new JsonObject { [path == "driveusers/" ? "drive" : "uuid"] = id });
            var meta = new JsonObject { ["limit"] = r.Limit, ["offset"] = r.Offset, ["total_count"] = count };
            return FakeHandler.Json(new JsonObject { ["meta"] = meta, ["objects"] = new JsonArray([.. page]) }.ToJsonString());
        });
        var client = TestClient.Create(handler, static o => o.PageSize = PageSize);

        Assert.Equal(ids, await All[path](client));

        Assert.Equal(Math.Max(1, (count + PageSize - 1) / PageSize), handler.Requests.Count);
        Assert.All(handler.Requests, r => Assert.StartsWith($"/api/2.0/{path}?", r.PathAndQuery, StringComparison.Ordinal));
        Assert.Equal(handler.Requests.Select(static (_, i) => (i * PageSize).ToString(CultureInfo.InvariantCulture)), handler.Requests.Select(static r => r.Query("offset") ?? "0").OrderBy(static o => o.Length).ThenBy(static o => o, StringComparer.Ordinal));
    }

    private static async Task<IEnumerable<string>> IdsAsync<T, TId>(Pageable<T> list, Func<T, TId> id) => (await list.ReadAllAsync()).Select(item => id(item)!.ToString()!);
}
