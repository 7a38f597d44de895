// The room on the simulated hosts: taken by drives, given back by deletions, and refused when it is gone.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Drives;

public sealed class HostRoomTests : EmulatorTest
{
    protected override void Configure(CloudSigmaEmulatorOptions options)
    {
        options.Accounts = [EmulatorAccount.WellKnown, new("second@example.com", "secret")];
        options.Storage = new()
        {
            HostsPerType = 1,
            HostCapacity = 4 * GiB,
            HostCapacityByType = new Dictionary<string, long> { ["nvme"] = GiB },
        };
    }

    [Fact]
    public async Task A_full_host_refuses_with_the_error_of_the_api()
    {
        (await PostAsync("drives/", New("nvme"))).Is(201);
        (await PostAsync("drives/", New("nvme"))).Refused(503, "backend", null, "We currently cannot provide enough resources to create a nvme drive");
        (await PostAsync("drives/", New("local_nvme", 4))).Is(201);
        (await PostAsync("drives/", New("local_nvme"))).Refused(503, "backend", null, "We currently cannot provide enough resources to create a local_nvme drive");
        (await PostAsync("drives/", New("dssd", 4))).Is(201);
        Assert.Equal(3, (await GetAsync("drives/")).Objects.Count);
    }

    [Fact]
    public async Task A_deletion_gives_the_room_back()
    {
        var uuid = await DriveAsync(New("dssd", 3));
        (await PostAsync("drives/", New("dssd", 2))).Refused(503, "backend");
        (await DeleteAsync($"drives/{uuid}/")).Is(204);
        (await PostAsync("drives/", New("dssd", 4))).Is(201);
    }

    [Fact]
    public async Task A_bulk_create_that_does_not_fit_takes_no_room()
    {
        (await PostAsync("drives/", new JsonArray(New("dssd", 3), New("dssd", 2)))).Refused(503, "backend");
        Assert.Empty((await GetAsync("drives/")).Objects);
        (await PostAsync("drives/", New("dssd", 4))).Is(201);
    }

    [Fact]
    public async Task A_bulk_delete_that_fails_gives_no_room_back()
    {
        var uuid = await DriveAsync(New("dssd", 4));
        var body = new JsonArray(new JsonObject { ["uuid"] = uuid }, new JsonObject { ["uuid"] = Guid.NewGuid().ToString() });
        (await DeleteAsync("drives/", body)).Refused(404, "notexist");
        (await PostAsync("drives/", New("dssd"))).Refused(503, "backend");
        (await DeleteAsync($"drives/{uuid}/")).Is(204);
        (await PostAsync("drives/", New("dssd", 4))).Is(201);
    }

    [Fact]
    public async Task A_copy_needs_room_and_its_failure_leaves_the_source_alone()
    {
        var source = await DriveAsync(New("dssd", 3));
        (await ActAsync("drives", source, "clone")).Refused(503, "backend");
        Assert.Equal("unmounted", await StatusAsync("drives", source));
        Assert.Empty((await GetAsync("jobs/")).Objects);
        (await ActAsync("drives", source, "clone", new JsonObject { ["storage_type"] = "zadara" })).Is(202);
    }

    [Theory]
    [InlineData("dssd")]
    [InlineData("local_nvme")]
    public async Task A_larger_size_needs_room_on_the_host_and_takes_it_at_once(string type)
    {
        var uuid = await DriveAsync(New(type, 2));
        Wait(1);
        (await ActAsync("drives", uuid, "resize", New(type, 5)))
            .Refused(503, "backend", null, $"We currently cannot provide enough resources to resize a {type} drive");
        (await PutAsync($"drives/{uuid}/", New(type, 5))).Refused(503, "backend");
        Assert.Equal("unmounted", await StatusAsync("drives", uuid));
        (await ActAsync("drives", uuid, "resize", New(type, 4))).Is(202);
        (await PostAsync("drives/", New(type))).Refused(503, "backend");
        Wait(3);
        (await DeleteAsync($"drives/{uuid}/")).Is(204);
        (await PostAsync("drives/", New(type, 4))).Is(201);
    }

    [Fact]
    public async Task All_accounts_share_the_hosts_and_a_reset_empties_them()
    {
        (await PostAsync("drives/", New("dssd", 4))).Is(201);
        using var second = NewClient(Cloud, Cloud.Accounts[1]);
        (await SendAsync(second, "POST", "drives/", New("dssd").ToJsonString())).Refused(503, "backend");
        Cloud.Reset();
        (await SendAsync(second, "POST", "drives/", New("dssd").ToJsonString())).Is(201);
    }

    [Fact]
    public async Task A_server_that_is_deleted_with_its_drives_gives_their_room_back()
    {
        var drive = await DriveAsync(New("dssd", 4));
        var server = await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(drive)))));
        (await DeleteAsync($"servers/{server}/?recurse=all_drives")).Is(204);
        (await PostAsync("drives/", New("dssd", 4))).Is(201);
    }

    private static JsonObject New(string type, int gigabytes = 1) => With(NewDrive(size: gigabytes * GiB), ("storage_type", type));
}
