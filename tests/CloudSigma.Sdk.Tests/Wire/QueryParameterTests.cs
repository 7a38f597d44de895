// Every parameter that a method or a filter offers reaches the wire, under the API's own name.
using System.Reflection;
using CloudSigma.Sdk.Tests.Contract;
using RichardSzalay.MockHttp;

namespace CloudSigma.Sdk.Tests.Wire;

public sealed class QueryParameterTests : IDisposable
{
    private const string Endpoint = "https://zrh.cloudsigma.com/api/2.0/";
    private const string EmptyList = """{"meta": {"limit": 100, "offset": 0, "total_count": 0}, "objects": []}""";
    private const string Drive = """{"uuid": "aaaaaaaa-0000-4000-8000-000000000001", "name": "data", "status": "creating"}""";
    private const string Server = """{"uuid": "aaaaaaaa-0000-4000-8000-000000000001", "name": "web", "status": "starting"}""";

    private const string Accepted = """{"action": "any", "result": "success", "vnc_url": "vnc://h:1", "console_url": "csconsole://h:1"}""";

    private static readonly Guid One = Guid.Parse("aaaaaaaa-0000-4000-8000-000000000001");
    private static readonly Guid Two = Guid.Parse("aaaaaaaa-0000-4000-8000-000000000002");
    private static readonly NewDrive SomeDrive = new() { Name = "data", Size = ByteSize.GiB(1) };

    private readonly MockHttpMessageHandler _wire = new();

    public void Dispose() => _wire.Dispose();

    [Fact]
    public Task Drive_create_sends_avoid() => ExpectAsync(
        HttpMethod.Post, "drives/", "avoid=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002", Drive,
        client => client.Drives.CreateAsync(SomeDrive with { Avoid = [One, Two] }));

    [Fact]
    public Task Bulk_create_of_drives_sends_avoid_once() => ExpectAsync(
        HttpMethod.Post, "drives/", "avoid=aaaaaaaa-0000-4000-8000-000000000002", $"[{Drive}, {Drive}]",
        client => client.Drives.CreateManyAsync([SomeDrive with { Avoid = [Two] }, SomeDrive with { Avoid = [Two] }]));

    [Fact]
    public Task Drive_clone_sends_its_action_and_avoid() => ExpectAsync(
        HttpMethod.Post, $"drives/{One}/action/", "do=clone&avoid=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002", $$"""{"objects": [{{Drive}}]}""",
        client => client.Drives.CloneAsync(One, new CloneDriveOptions { Avoid = [One, Two] }));

    [Fact]
    public Task Drive_clone_without_avoid_sends_only_its_action() => ExpectAsync(
        HttpMethod.Post, $"drives/{One}/action/", "do=clone", $$"""{"objects": [{{Drive}}]}""", client => client.Drives.CloneAsync(One));

    [Fact]
    public Task Drive_resize_sends_its_action()
    {
        _wire.Expect(HttpMethod.Get, $"{Endpoint}drives/{One}/").Respond("application/json", Drive);
        return ExpectAsync(HttpMethod.Post, $"drives/{One}/action/", "do=resize", $$"""{"objects": [{{Drive}}]}""", client => client.Drives.ResizeAsync(One, ByteSize.GiB(2)));
    }

    [Fact]
    public Task Drive_set_scheduler_sends_its_action() => ExpectAsync(
        HttpMethod.Post, $"drives/{One}/action/", "do=set_scheduler", Drive, client => client.Drives.SetSchedulerAsync(One, Two));

    [Fact]
    public async Task Server_start_sends_its_action_and_avoid()
    {
        const string Query = "do=start&avoid=aaaaaaaa-0000-4000-8000-000000000002,aaaaaaaa-0000-4000-8000-000000000001";
        var options = new StartServerOptions { Avoid = [Two, One] };
        await ExpectAsync(HttpMethod.Post, $"servers/{One}/action/", Query, Accepted, client => client.Servers.StartAsync(One, options));
        await ExpectAsync(HttpMethod.Post, $"bservers/{One}/action/", Query, Accepted, client => client.BackfillingServers.StartAsync(One, options));
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("shutdown")]
    [InlineData("restart")]
    [InlineData("open_vnc")]
    [InlineData("close_vnc")]
    [InlineData("open_console")]
    [InlineData("close_console")]
    public Task Server_action_sends_its_name(string action)
    {
        if (action == "restart") _wire.Expect(HttpMethod.Get, $"{Endpoint}servers/{One}/").Respond("application/json", Server);
        return ExpectAsync(HttpMethod.Post, $"servers/{One}/action/", $"do={action}", Accepted, client => action switch
        {
            "stop" => client.Servers.StopAsync(One),
            "shutdown" => client.Servers.ShutdownAsync(One),
            "restart" => client.Servers.RestartAsync(One),
            "open_vnc" => client.Servers.OpenVncAsync(One),
            "close_vnc" => client.Servers.CloseVncAsync(One),
            "open_console" => client.Servers.OpenConsoleAsync(One),
            _ => client.Servers.CloseConsoleAsync(One),
        });
    }

    [Fact]
    public async Task Server_clone_sends_its_action_and_avoid()
    {
        const string Query = "do=clone&avoid=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002";
        var options = new CloneServerOptions { Avoid = [One, Two] };
        await ExpectAsync(HttpMethod.Post, $"servers/{One}/action/", Query, Server, client => client.Servers.CloneAsync(One, options));
        await ExpectAsync(HttpMethod.Post, $"bservers/{One}/action/", Query, Server, client => client.BackfillingServers.CloneAsync(One, options));
    }

    [Theory]
    [InlineData("all_drives")]
    [InlineData("disks")]
    [InlineData("cdroms")]
    [InlineData("not yet known")]
    public async Task Server_delete_sends_recurse(string recurse)
    {
        var options = new DeleteServerOptions { Recurse = new RecurseDrives(recurse) };
        await ExpectAsync(HttpMethod.Delete, $"servers/{One}/", $"recurse={recurse}", "", client => client.Servers.DeleteAsync(One, options));
        await ExpectAsync(HttpMethod.Delete, $"servers/{One}/", $"recurse={recurse}", "", client => client.Servers.DeleteIfExistsAsync(One, options));
        await ExpectAsync(HttpMethod.Delete, "servers/", $"recurse={recurse}", "", client => client.Servers.DeleteManyAsync([One], options));
        await ExpectAsync(HttpMethod.Delete, $"bservers/{One}/", $"recurse={recurse}", "", client => client.BackfillingServers.DeleteAsync(One, options));
    }

    [Fact]
    public Task Server_delete_without_recurse_sends_no_query() => ExpectAsync(
        HttpMethod.Delete, $"servers/{One}/", "", "", client => client.Servers.DeleteAsync(One, new DeleteServerOptions()));

    [Theory]
    [InlineData(nameof(DriveFilter.Name), "name=a b,c\\,d")]
    [InlineData(nameof(DriveFilter.NameContains), "name__contains=a b,c\\,d")]
    [InlineData(nameof(DriveFilter.Tag), "tag__name=a b,c\\,d")]
    [InlineData(nameof(DriveFilter.TagUuid), "tag=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002")]
    [InlineData(nameof(DriveFilter.Uuid), "uuid=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002")]
    [InlineData(nameof(DriveFilter.Fields), "fields=a b,c,d")]
    public async Task Drive_filter_reaches_both_lists(string method, string query)
    {
        var filter = Filter(new DriveFilter(), method);
        await ExpectAsync(HttpMethod.Get, "drives/detail/", $"{query}&limit=100", EmptyList, client => DrainAsync(client.Drives.ListAsync(filter)));
        await ExpectAsync(HttpMethod.Get, "drives/", $"{query}&limit=100", EmptyList, client => DrainAsync(client.Drives.ListSummariesAsync(filter)));
    }

    [Theory]
    [InlineData(nameof(BackupSchedulerFilter.Name), "name=a b,c\\,d")]
    [InlineData(nameof(BackupSchedulerFilter.NameContains), "name__contains=a b,c\\,d")]
    [InlineData(nameof(BackupSchedulerFilter.Tag), "tag__name=a b,c\\,d")]
    [InlineData(nameof(BackupSchedulerFilter.TagUuid), "tag=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002")]
    [InlineData(nameof(BackupSchedulerFilter.Uuid), "uuid=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002")]
    [InlineData(nameof(BackupSchedulerFilter.Type), "type=snapshot,dr")]
    [InlineData(nameof(BackupSchedulerFilter.Fields), "fields=a b,c,d")]
    public async Task Backup_scheduler_filter_reaches_both_lists(string method, string query)
    {
        var filter = Filter(new BackupSchedulerFilter(), method);
        await ExpectAsync(HttpMethod.Get, "backupschedulers/detail/", $"{query}&limit=100", EmptyList, client => DrainAsync(client.BackupSchedulers.ListAsync(filter)));
        await ExpectAsync(HttpMethod.Get, "backupschedulers/", $"{query}&limit=100", EmptyList, client => DrainAsync(client.BackupSchedulers.ListSummariesAsync(filter)));
    }

    [Theory]
    [InlineData(nameof(ServerFilter.Name), "name=a b,c\\,d")]
    [InlineData(nameof(ServerFilter.NameContains), "name__contains=a b,c\\,d")]
    [InlineData(nameof(ServerFilter.Tag), "tag__name=a b,c\\,d")]
    [InlineData(nameof(ServerFilter.TagUuid), "tag=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002")]
    [InlineData(nameof(ServerFilter.Uuid), "uuid=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002")]
    [InlineData(nameof(ServerFilter.Fields), "fields=a b,c,d")]
    public async Task Server_filter_reaches_both_lists(string method, string query)
    {
        var filter = Filter(new ServerFilter(), method);
        await ExpectAsync(HttpMethod.Get, "servers/detail/", $"{query}&limit=100", EmptyList, client => DrainAsync(client.Servers.ListAsync(filter)));
        await ExpectAsync(HttpMethod.Get, "servers/", $"{query}&limit=100", EmptyList, client => DrainAsync(client.Servers.ListSummariesAsync(filter)));
        await ExpectAsync(HttpMethod.Get, "bservers/detail/", $"{query}&limit=100", EmptyList, client => DrainAsync(client.BackfillingServers.ListAsync(filter)));
        await ExpectAsync(HttpMethod.Get, "bservers/", $"{query}&limit=100", EmptyList, client => DrainAsync(client.BackfillingServers.ListSummariesAsync(filter)));
    }

    [Theory]
    [InlineData(nameof(SnapshotFilter.Drive), "drive=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002")]
    [InlineData(nameof(SnapshotFilter.Name), "name=a b,c\\,d")]
    [InlineData(nameof(SnapshotFilter.NameContains), "name__contains=a b,c\\,d")]
    [InlineData(nameof(SnapshotFilter.Tag), "tag__name=a b,c\\,d")]
    [InlineData(nameof(SnapshotFilter.TagUuid), "tag=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002")]
    [InlineData(nameof(SnapshotFilter.Uuid), "uuid=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002")]
    [InlineData(nameof(SnapshotFilter.Fields), "fields=a b,c,d")]
    public Task Snapshot_filter_reaches_the_list(string method, string query) => ExpectAsync(
        HttpMethod.Get, "snapshots/detail/", $"{query}&limit=100", EmptyList, client => DrainAsync(client.Snapshots.ListAsync(Filter(new SnapshotFilter(), method))));

    [Theory]
    [InlineData(nameof(RemoteSnapshotFilter.Drive), "drive=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002")]
    [InlineData(nameof(RemoteSnapshotFilter.Name), "name=a b,c\\,d")]
    [InlineData(nameof(RemoteSnapshotFilter.NameContains), "name__contains=a b,c\\,d")]
    [InlineData(nameof(RemoteSnapshotFilter.Tag), "tag__name=a b,c\\,d")]
    [InlineData(nameof(RemoteSnapshotFilter.TagUuid), "tag=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002")]
    [InlineData(nameof(RemoteSnapshotFilter.Uuid), "uuid=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002")]
    [InlineData(nameof(RemoteSnapshotFilter.Fields), "fields=a b,c,d")]
    public Task Remote_snapshot_filter_reaches_the_list(string method, string query) => ExpectAsync(
        HttpMethod.Get, "remotesnapshots/detail/", $"{query}&limit=100", EmptyList, client => DrainAsync(client.RemoteSnapshots.ListAsync(Filter(new RemoteSnapshotFilter(), method))));

    [Theory]
    [InlineData(nameof(LibraryDriveFilter.Arch), "arch=a b,c\\,d")]
    [InlineData(nameof(LibraryDriveFilter.Category), "category=a b,c\\,d")]
    [InlineData(nameof(LibraryDriveFilter.Distribution), "distribution=a b,c\\,d")]
    [InlineData(nameof(LibraryDriveFilter.ImageType), "image_type=preinst,install")]
    [InlineData(nameof(LibraryDriveFilter.Name), "name=a b,c\\,d")]
    [InlineData(nameof(LibraryDriveFilter.NameContains), "name__icontains=a b,c\\,d")]
    [InlineData(nameof(LibraryDriveFilter.Os), "os=a b,c\\,d")]
    [InlineData(nameof(LibraryDriveFilter.Uuid), "uuid=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002")]
    [InlineData(nameof(LibraryDriveFilter.Version), "version=a b,c\\,d")]
    [InlineData(nameof(LibraryDriveFilter.Fields), "fields=a b,c,d")]
    public Task Library_filter_reaches_the_list(string method, string query) => ExpectAsync(
        HttpMethod.Get, "libdrives/", $"{query}&limit=100", EmptyList, client => DrainAsync(client.Library.ListAsync(Filter(new LibraryDriveFilter(), method))));

    [Fact]
    public Task Restoring_a_snapshot_sends_its_action_and_avoid() => ExpectAsync(
        HttpMethod.Post, $"snapshots/{One}/action/", "do=clone&avoid=aaaaaaaa-0000-4000-8000-000000000001,aaaaaaaa-0000-4000-8000-000000000002", Drive,
        client => client.Snapshots.RestoreAsync(One, new CloneSnapshotOptions { Avoid = [One, Two] }));

    [Fact]
    public Task Restoring_a_snapshot_that_was_read_sends_only_its_action() => ExpectAsync(
        HttpMethod.Post, $"snapshots/{One}/action/", "do=clone", Drive, client => client.Snapshots.RestoreAsync(new Snapshot { Uuid = One }));

    [Fact]
    public Task Restoring_a_remote_snapshot_sends_its_action_and_avoid() => ExpectAsync(
        HttpMethod.Post, $"remotesnapshots/{One}/action/", "do=clone&avoid=aaaaaaaa-0000-4000-8000-000000000002", Drive,
        client => client.RemoteSnapshots.RestoreAsync(new RemoteSnapshot { Uuid = One }, new CloneSnapshotOptions { Avoid = [Two] }));

    [Fact]
    public Task Cloning_an_image_sends_its_action_and_avoid() => ExpectAsync(
        HttpMethod.Post, $"libdrives/{One}/action/", "do=clone&avoid=aaaaaaaa-0000-4000-8000-000000000002", $$"""{"objects": [{{Drive}}]}""",
        client => client.Library.CloneAsync(One, new CloneDriveOptions { Avoid = [Two] }));

    [Fact]
    public Task Job_filter_sends_state() => ExpectAsync(
        HttpMethod.Get, "jobs/", "state=started,success&limit=100", EmptyList,
        client => DrainAsync(client.Jobs.ListAsync(new JobFilter().State(JobState.Started, JobState.Success))));

    [Theory]
    [InlineData(typeof(BackupSchedulerFilter), nameof(Backup_scheduler_filter_reaches_both_lists))]
    [InlineData(typeof(DriveFilter), nameof(Drive_filter_reaches_both_lists))]
    [InlineData(typeof(ServerFilter), nameof(Server_filter_reaches_both_lists))]
    [InlineData(typeof(SnapshotFilter), nameof(Snapshot_filter_reaches_the_list))]
    [InlineData(typeof(RemoteSnapshotFilter), nameof(Remote_snapshot_filter_reaches_the_list))]
    [InlineData(typeof(LibraryDriveFilter), nameof(Library_filter_reaches_the_list))]
    public void Every_method_of_a_filter_is_proven(Type filter, string test)
    {
        var proven = typeof(QueryParameterTests).GetMethod(test)!.GetCustomAttributesData()
            .Where(static a => a.AttributeType == typeof(InlineDataAttribute))
            .Select(static a => (string)((IReadOnlyList<CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!)[0].Value!);
        var offered = filter.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Select(static m => m.Name);
        Assert.Equal(offered.Order(StringComparer.Ordinal), proven.Order(StringComparer.Ordinal));
    }

    [Fact]
    public Task Two_conditions_of_one_filter_are_both_sent() => ExpectAsync(
        HttpMethod.Get, "drives/", "tag__name=a&tag__name=b&limit=100", EmptyList, client => DrainAsync(client.Drives.ListSummariesAsync(new DriveFilter().Tag("a").Tag("b"))));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public Task Page_size_is_sent_as_limit(int pageSize) => ExpectAsync(
        HttpMethod.Get, "locations/", $"limit={pageSize}", EmptyList, client => DrainAsync(client.Locations.ListAsync()), pageSize);

    [Fact]
    public async Task Second_page_is_asked_for_by_offset()
    {
        _wire.Expect(HttpMethod.Get, Endpoint + "jobs/").WithExactQueryString("limit=1")
            .Respond("application/json", """{"meta": {"limit": 1, "offset": 0, "total_count": 2}, "objects": [{"uuid": "aaaaaaaa-0000-4000-8000-000000000001"}]}""");
        await ExpectAsync(
            HttpMethod.Get, "jobs/", "limit=1&offset=1", """{"meta": {"limit": 1, "offset": 1, "total_count": 2}, "objects": [{"uuid": "aaaaaaaa-0000-4000-8000-000000000002"}]}""",
            client => DrainAsync(client.Jobs.ListAsync()), pageSize: 1);
    }

    private async Task ExpectAsync(HttpMethod method, string path, string query, string answer, Func<ICloudSigmaClient, Task> call, int pageSize = 100)
    {
        // Written decoded for the reader; encoded here as the wire has it.
        var encoded = string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static p => string.Join('=', p.Split('=').Select(Uri.EscapeDataString))));
        _wire.Expect(method, Endpoint + path).WithExactQueryString(encoded).Respond("application/json", answer);
        using var client = Contracts.CreateClient(_wire, pageSize);
        await call(client);
        _wire.VerifyNoOutstandingExpectation();
    }

    private static TFilter Filter<TFilter>(TFilter filter, string method)
    {
        var add = typeof(TFilter).GetMethod(method)!;
        var type = add.GetParameters()[0].ParameterType;
        var values = type == typeof(IReadOnlyList<Guid>) ? (object)new[] { One, Two }
            : type == typeof(IReadOnlyList<LibraryImageType>) ? new[] { LibraryImageType.Preinstalled, LibraryImageType.Install }
            : type == typeof(IReadOnlyList<BackupType>) ? new[] { BackupType.Snapshot, BackupType.DisasterRecovery }
            : method == "Fields" ? new[] { "a b", "c", "d" } : new[] { "a b", "c,d" };
        return (TFilter)add.Invoke(filter, [values])!;
    }

    private static async Task DrainAsync<T>(Pageable<T> list)
    {
        await foreach (var item in list) Assert.NotNull(item);
    }
}
