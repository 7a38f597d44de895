using System.Net;
using System.Text.Json.Nodes;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests;

public class LifecycleTests
{
    private static NewServer Web(string name = "web") => new() { Name = name, Cpu = 2000, Memory = ByteSize.GiB(1), VncPassword = "hunter22" };

    [Fact]
    public async Task A_drive_and_a_server_live_from_create_to_delete()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var client = cloud.Client;

        var drive = await client.Drives.CreateAsync(new NewDrive { Name = "data", Size = ByteSize.GiB(10), Meta = new Dictionary<string, string> { ["k"] = "v" } });
        Assert.Equal(DriveStatus.Creating, drive.Status);
        drive = await cloud.RunAsync(client.Drives.Track(drive).WaitForCompletionAsync());
        Assert.Equal(DriveStatus.Unmounted, drive.Status);

        var server = await client.Servers.CreateAsync(Web() with { Nics = [new Nic { IPv4 = new IPConfiguration { Mode = IPConfigurationMode.Dhcp } }] });
        Assert.Equal(ServerStatus.Stopped, server.Status);
        server = await client.Servers.UpdateAsync(server with
        {
            Drives = [new ServerDrive { Drive = drive.Uuid, Device = DeviceBus.Virtio, DeviceChannel = "0:0", BootOrder = 1 }],
        });
        Assert.Equal(drive.Uuid, Assert.Single(server.Drives).Drive?.Uuid);
        Assert.Equal(server.Uuid, Assert.Single((await client.Drives.GetAsync(drive.Uuid)).MountedOn).Uuid);

        server = await cloud.RunAsync((await client.Servers.StartAsync(server.Uuid)).WaitForCompletionAsync());
        Assert.Equal(ServerStatus.Running, server.Status);
        Assert.NotNull(server.Runtime?.ActiveSince);
        Assert.NotNull(Assert.Single(server.Runtime!.Nics).IPv4);
        var refused = await Assert.ThrowsAsync<PermissionDeniedException>(() => client.Servers.StartAsync(server.Uuid));
        Assert.Contains("Cannot start guest in state", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<PermissionDeniedException>(() => client.Servers.DeleteAsync(server.Uuid));

        server = await cloud.RunAsync((await client.Servers.StopAsync(server.Uuid)).WaitForCompletionAsync());
        Assert.Equal(ServerStatus.Stopped, server.Status);
        await client.Servers.DeleteAsync(server.Uuid, new DeleteServerOptions { Recurse = RecurseDrives.AllDrives });

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.Servers.GetAsync(server.Uuid));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.Drives.GetAsync(drive.Uuid));
    }

    [Fact]
    public async Task A_clone_shows_growing_progress_and_can_be_resumed()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var source = await cloud.Client.Drives.CreateAsync(new NewDrive { Name = "source", Size = ByteSize.GiB(1) });
        await cloud.RunAsync(cloud.Client.Drives.Track(source).WaitForCompletionAsync());
        var told = new List<int?>();

        var clone = await cloud.Client.Drives.CloneAsync(source.Uuid, new CloneDriveOptions { Name = "copy" });
        Assert.Equal(DriveStatus.CloningSource, (await cloud.Client.Drives.GetAsync(source.Uuid)).Status);
        using var other = cloud.Connect();
        var resumed = await other.Drives.ResumeAsync(clone.Id);
        Assert.False(resumed.HasCompleted);

        var copy = await cloud.RunAsync(clone.WaitForCompletionAsync(new SynchronousProgress<OperationProgress>(p => told.Add(p.Percent))));
        Assert.Equal("copy", copy.Name);
        Assert.Equal(DriveStatus.Unmounted, copy.Status);
        Assert.True(told.Count > 3);
        Assert.Equal(told.Order(), told);
        Assert.Equal(100, told[^1]);
        await resumed.UpdateAsync();
        Assert.True(resumed.HasSucceeded);
        var job = await cloud.Client.Jobs.GetAsync(copy.Jobs[0].Uuid);
        Assert.Equal(JobState.Success, job.State);
        Assert.Equal(job.Uuid, (await cloud.Client.Jobs.ListAsync(new JobFilter().State(JobState.Success)).ReadAllAsync()).Single().Uuid);
    }

    [Theory]
    [InlineData(250, 100, 3)]
    [InlineData(250, 0, 1)]
    [InlineData(200, 50, 4)]
    [InlineData(0, 100, 1)]
    public async Task A_list_is_complete_with_one_request_per_page(int count, int pageSize, int requests)
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        using var client = cloud.Connect(change: o => o.PageSize = pageSize);
        var made = await client.Drives.CreateManyAsync([.. Enumerable.Range(0, count).Select(i => new NewDrive { Name = $"d{i}", Size = ByteSize.GiB(1) })]);
        cloud.Emulator.ClearRequests();

        Assert.Equal(made.Select(d => d.Uuid).Order(), (await client.Drives.ListAsync().ReadAllAsync()).Select(d => d.Uuid).Order());
        Assert.Equal(requests, cloud.Emulator.Requests.Count);
        Assert.Equal(count, (await client.Drives.ListSummariesAsync().ReadAllAsync()).Count);
    }

    [Fact]
    public async Task Filters_with_any_characters_find_exactly_their_objects()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        string[] names = ["plain", "a,b", @"back\slash", @"both\,", "quote\"'", "amp&eq=%2C+", "Zürich 中文 🚀", "line\nbreak"];
        await cloud.Client.Drives.CreateManyAsync([.. names.Select(n => new NewDrive { Name = n, Size = ByteSize.GiB(1) })]);

        foreach (var name in names)
            Assert.Equal(name, Assert.Single(await cloud.Client.Drives.ListAsync(new DriveFilter().Name(name)).ReadAllAsync()).Name);
        Assert.Equal(names.Order(), (await cloud.Client.Drives.ListAsync(new DriveFilter().Name(names)).ReadAllAsync()).Select(d => d.Name).Order());
        Assert.Equal(2, (await cloud.Client.Drives.ListAsync(new DriveFilter().NameContains("BACK", "PLAI")).ReadAllAsync()).Count);
        Assert.Empty(await cloud.Client.Drives.ListAsync(new DriveFilter().Name("plain").NameContains("back")).ReadAllAsync());
    }

    [Fact]
    public async Task Chosen_fields_are_all_that_an_object_has_and_an_update_sends_no_more()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var made = await cloud.Client.Drives.CreateAsync(new NewDrive { Name = "d", Size = ByteSize.GiB(1), Meta = new Dictionary<string, string> { ["keep"] = "me" } });

        var chosen = Assert.Single(await cloud.Client.Drives.ListAsync(new DriveFilter().Fields("uuid", "name", "size", "media")).ReadAllAsync());
        Assert.Empty(chosen.Meta);
        var summary = Assert.Single(await cloud.Client.Drives.ListSummariesAsync(new DriveFilter().Fields("uuid", "name")).ReadAllAsync());
        Assert.Equal("d", summary.AdditionalMembers["name"].GetString());

        await cloud.Client.Drives.UpdateAsync(chosen with { Name = "renamed" });
        var after = await cloud.Client.Drives.GetAsync(made.Uuid);
        Assert.Equal("renamed", after.Name);
        Assert.Equal("me", after.Meta["keep"]);
    }

    [Fact]
    public async Task A_wrong_password_is_one_clear_error()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        using var client = cloud.Connect(password: "wr0ng");

        var error = await Assert.ThrowsAsync<AuthenticationException>(() => client.Profile.GetAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, error.StatusCode);
        Assert.NotNull(error.RequestId);
        Assert.DoesNotContain("wr0ng", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_values_name_their_members()
    {
        await using var cloud = await EmulatorFixture.StartAsync();

        var error = await Assert.ThrowsAsync<ValidationException>(() => cloud.Client.Drives.CreateAsync(new NewDrive { Name = "d", Size = ByteSize.TiB(100_000) }));

        Assert.Equal("size", Assert.Single(error.Errors).Point);
        Assert.Equal(ApiErrorType.Validation, error.Errors[0].Type);
        Assert.Equal("drives-create", error.OperationId);
    }

    [Fact]
    public async Task Profile_capabilities_locations_and_raw_requests_answer()
    {
        await using var cloud = await EmulatorFixture.StartAsync();

        Assert.Equal(cloud.Emulator.Accounts[0].Email, (await cloud.Client.Profile.GetAsync()).Email);
        var capabilities = await cloud.Client.Capabilities.GetAsync();
        Assert.Contains(capabilities.DefaultStorageType.Value, capabilities.Drives.Keys);
        var locations = await cloud.Client.Locations.ListAsync().ReadAllAsync();
        Assert.Contains(locations, l => l.ApiEndpoint == cloud.Emulator.Endpoint);
        var library = await cloud.Client.SendAsync(HttpMethod.Get, "libdrives/?limit=1");
        Assert.Equal(1, library.GetProperty("objects").GetArrayLength());
        var made = await cloud.Client.SendAsync(HttpMethod.Post, "drives/", JsonNode.Parse("""{"name": "raw", "media": "disk", "size": 1073741824}"""));
        Assert.Equal("raw", made.GetProperty("objects")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_library_drive_is_read_and_cloned_like_any_other()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var library = await cloud.Client.SendAsync(HttpMethod.Get, "libdrives/?image_type=preinst&limit=1");
        var uuid = library.GetProperty("objects")[0].GetProperty("uuid").GetGuid();

        var image = await cloud.Client.Drives.GetAsync(uuid);
        Assert.Null(image.Owner);
        var copy = await cloud.RunAsync((await cloud.Client.Drives.CloneAsync(uuid)).WaitForCompletionAsync());
        Assert.Equal(image.Size, copy.Size);
        Assert.NotNull(copy.Owner);
    }
}
