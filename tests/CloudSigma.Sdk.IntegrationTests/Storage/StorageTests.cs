using CloudSigma.Emulator;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests.Storage;

/// <summary>Storage over a real socket: what works, and what is refused with which words.</summary>
public class StorageTests
{
    private static readonly NewDrive Small = new() { Name = "d", Size = ByteSize.GiB(1) };

    private static async Task<Drive> DriveAsync(EmulatorFixture cloud, NewDrive? definition = null) =>
        await cloud.RunAsync((await cloud.Client.Drives.StartCreateAsync(definition ?? Small)).WaitForCompletionAsync());

    private static async Task<Server> ServerAsync(EmulatorFixture cloud, Drive drive)
    {
        var server = await cloud.Client.Servers.CreateAsync(new NewServer
        {
            Name = "s",
            Cpu = 1000,
            Memory = ByteSize.GiB(1),
            VncPassword = "secret12",
            Drives = [new ServerDrive { Drive = drive.Uuid, Device = DeviceBus.Virtio, DeviceChannel = "0:0", BootOrder = 1 }],
        });
        return await cloud.RunAsync((await cloud.Client.Servers.StartAsync(server.Uuid)).WaitForCompletionAsync());
    }

    [Fact]
    public async Task A_drive_grows_and_does_not_shrink()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var drive = await DriveAsync(cloud, Small with { Meta = new Dictionary<string, string> { ["k"] = "v" } });

        var resize = await cloud.Client.Drives.ResizeAsync(drive.Uuid, ByteSize.GiB(2));
        Assert.Equal((DriveStatus.Resizing, ByteSize.GiB(1)), (resize.Value.Status, resize.Value.Size));
        var larger = await cloud.RunAsync(resize.WaitForCompletionAsync());

        Assert.Equal(ByteSize.GiB(2), larger.Size);
        Assert.Equal("v", larger.Meta["k"]);
        var local = await Assert.ThrowsAsync<ArgumentException>(() => cloud.Client.Drives.ResizeAsync(drive.Uuid, ByteSize.GiB(1)));
        Assert.Contains("cannot shrink", local.Message, StringComparison.Ordinal);
        var remote = await Assert.ThrowsAsync<ValidationException>(() => cloud.Client.Drives.UpdateAsync(larger with { Size = ByteSize.GiB(1) }));
        Assert.Equal("size", Assert.Single(remote.Errors).Point);
    }

    [Theory]
    [InlineData(1L << 20)]
    [InlineData(1L << 55)]
    public async Task A_size_outside_the_capabilities_is_refused(long bytes)
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var limits = (await cloud.Client.Capabilities.GetAsync()).Drives["dssd"].Size!;
        Assert.False(bytes >= limits.Min && bytes <= limits.Max);

        var error = await Assert.ThrowsAsync<ValidationException>(() => cloud.Client.Drives.CreateAsync(Small with { Size = new ByteSize(bytes) }));

        Assert.Equal("size", Assert.Single(error.Errors).Point);
    }

    [Fact]
    public async Task An_ephemeral_drive_can_be_resized_but_not_copied_or_saved()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var drive = await DriveAsync(cloud, Small with { StorageType = StorageType.LocalNvme });
        Assert.True(drive.Runtime!.IsEphemeral);

        Assert.Contains("ephemeral", (await Assert.ThrowsAsync<PermissionDeniedException>(() => cloud.Client.Drives.CloneAsync(drive.Uuid))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<PermissionDeniedException>(() => cloud.Client.Snapshots.CreateAsync(new NewSnapshot { Drive = drive.Uuid }));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => cloud.Client.RemoteSnapshots.CreateAsync(new NewRemoteSnapshot { Drive = drive.Uuid, Location = "ZRH" }));
        Assert.Equal(ByteSize.GiB(5), (await cloud.RunAsync((await cloud.Client.Drives.ResizeAsync(drive.Uuid, ByteSize.GiB(5))).WaitForCompletionAsync())).Size);
    }

    [Fact]
    public async Task An_unknown_storage_type_goes_out_and_is_refused_by_name()
    {
        await using var cloud = await EmulatorFixture.StartAsync();

        var error = await Assert.ThrowsAsync<ValidationException>(() => cloud.Client.Drives.CreateAsync(Small with { StorageType = new StorageType("tape") }));

        Assert.Equal(("storage_type", ApiErrorType.Validation), (error.Errors[0].Point, error.Errors[0].Type));
    }

    [Fact]
    public async Task A_drive_of_a_running_server_is_neither_deleted_nor_resized()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var drive = await DriveAsync(cloud);
        await ServerAsync(cloud, drive);

        await Assert.ThrowsAsync<PermissionDeniedException>(() => cloud.Client.Drives.DeleteAsync(drive.Uuid));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => cloud.Client.Drives.DeleteIfExistsAsync(drive.Uuid));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => cloud.Client.Drives.ResizeAsync(drive.Uuid, ByteSize.GiB(2)));
        Assert.Equal(ByteSize.GiB(1), (await cloud.Client.Drives.UpdateAsync((await cloud.Client.Drives.GetAsync(drive.Uuid)) with { Size = ByteSize.GiB(3), Name = "renamed" })).Size);
        Assert.Equal("renamed", (await cloud.Client.Drives.GetAsync(drive.Uuid)).Name);
    }

    [Fact]
    public async Task Deleting_several_of_which_one_is_missing_deletes_none()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var drives = await cloud.Client.Drives.CreateManyAsync([Small, Small]);
        await cloud.RunAsync(Task.WhenAll(drives.Select(d => cloud.Client.Drives.Track(d).WaitForCompletionAsync())));
        var missing = Guid.NewGuid();

        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => cloud.Client.Drives.DeleteManyAsync([drives[0].Uuid, missing, drives[1].Uuid]));

        Assert.Contains(missing.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await cloud.Client.Drives.ListAsync().ReadAllAsync()).Count);
        await cloud.Client.Drives.DeleteManyAsync([.. drives.Select(d => d.Uuid)]);
        Assert.Empty(await cloud.Client.Drives.ListAsync().ReadAllAsync());
        Assert.False(await cloud.Client.Drives.DeleteIfExistsAsync(drives[0].Uuid));
    }

    [Fact]
    public async Task A_drive_that_is_cloned_cannot_be_saved_or_deleted()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var drive = await DriveAsync(cloud);
        var clone = await cloud.Client.Drives.CloneAsync(drive.Uuid);

        foreach (var uuid in new[] { drive.Uuid, clone.Value.Uuid })
        {
            var error = await Assert.ThrowsAsync<PermissionDeniedException>(() => cloud.Client.Snapshots.CreateAsync(new NewSnapshot { Drive = uuid }));
            Assert.Contains("cloning_", error.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<PermissionDeniedException>(() => cloud.Client.Drives.DeleteAsync(uuid));
        }
    }

    [Fact]
    public async Task A_job_that_fails_ends_the_wait_with_its_last_state()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var drive = await DriveAsync(cloud);
        var clone = await cloud.Client.Drives.CloneAsync(drive.Uuid);
        var other = await cloud.Client.Drives.CloneAsync(drive.Uuid);
        cloud.Emulator.FailJob(clone.Value.Jobs[0].Uuid, "the disk is on fire");

        var waits = new[] { clone.WaitForCompletionAsync(), other.WaitForCompletionAsync() };
        var error = await Assert.ThrowsAsync<OperationFailedException>(() => cloud.RunAsync(waits[0]));
        var copy = await cloud.RunAsync(waits[1]);

        Assert.Equal(clone.Id, error.OperationId);
        Assert.Equal("failure", error.Status);
        Assert.Equal(DriveStatus.Unmounted, copy.Status);
        Assert.Equal(DriveStatus.Unavailable, (await cloud.Client.Drives.GetAsync(clone.Value.Uuid)).Status);
        Assert.Equal(DriveStatus.Unmounted, (await cloud.Client.Drives.GetAsync(drive.Uuid)).Status);
        await cloud.Client.Drives.DeleteAsync(clone.Value.Uuid);
    }

    [Fact]
    public async Task A_clone_is_resumed_after_its_job_is_forgotten()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var drive = await DriveAsync(cloud);
        var clone = await cloud.Client.Drives.CloneAsync(drive.Uuid);
        cloud.Time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => cloud.Client.Jobs.GetAsync(clone.Value.Jobs[0].Uuid));
        using var later = cloud.Connect();
        var resumed = await later.Drives.ResumeAsync(clone.Id);

        Assert.True(resumed.HasSucceeded);
        Assert.Empty(resumed.Value.Jobs);
    }

    [Fact]
    public async Task A_snapshot_is_taken_and_restored()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var drive = await DriveAsync(cloud);
        var taking = await cloud.Client.Snapshots.StartCreateAsync(new NewSnapshot { Drive = drive.Uuid, Meta = new Dictionary<string, string> { ["k"] = "v" } });
        Assert.Equal(SnapshotStatus.Creating, taking.Value.Status);
        Assert.Null(taking.Value.AllocatedSize);
        using var later = cloud.Connect();
        var resumed = await later.Snapshots.ResumeAsync(taking.Id);

        var snapshot = await cloud.RunAsync(taking.WaitForCompletionAsync());
        Assert.NotNull(snapshot.AllocatedSize);
        await resumed.UpdateAsync();
        Assert.True(resumed.HasSucceeded);
        Assert.Equal(snapshot.Uuid, Assert.Single((await cloud.Client.Drives.GetAsync(drive.Uuid)).Snapshots).Uuid);
        Assert.Equal("v", (await cloud.Client.Snapshots.UpdateAsync(snapshot with { Name = "renamed" })).Meta["k"]);
        var restored = await cloud.RunAsync((await cloud.Client.Snapshots.RestoreAsync(snapshot, new CloneSnapshotOptions { Name = "restored" })).WaitForCompletionAsync());
        Assert.Equal(("restored", drive.Size, DriveStatus.Unmounted), (restored.Name, restored.Size, restored.Status));

        await cloud.Client.Drives.DeleteAsync(drive.Uuid);
        Assert.Empty(await cloud.Client.Snapshots.ListAsync().ReadAllAsync());
        Assert.Equal("restored", (await cloud.Client.Drives.GetAsync(restored.Uuid)).Name);
    }

    [Fact]
    public async Task A_remote_snapshot_outlives_its_drive_and_comes_once_in_thirty_minutes()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var drive = await DriveAsync(cloud);
        var wanted = new NewRemoteSnapshot { Drive = drive.Uuid, Location = "ZRH", Name = "away" };
        Assert.Equal("location", Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => cloud.Client.RemoteSnapshots.CreateAsync(wanted with { Location = "XXX" }))).Errors).Point);
        var taking = await cloud.Client.RemoteSnapshots.StartCreateAsync(wanted);
        await Assert.ThrowsAsync<PermissionDeniedException>(() => cloud.Client.RemoteSnapshots.RestoreAsync(taking.Value));

        var snapshot = await cloud.RunAsync(taking.WaitForCompletionAsync());
        await Assert.ThrowsAsync<PermissionDeniedException>(() => cloud.Client.RemoteSnapshots.CreateAsync(wanted));
        await cloud.Client.Drives.DeleteAsync(drive.Uuid);

        Assert.Equal("d", (await cloud.Client.RemoteSnapshots.GetAsync(snapshot.Uuid)).DriveMeta?.Name);
        var restored = await cloud.RunAsync((await cloud.Client.RemoteSnapshots.RestoreAsync(snapshot)).WaitForCompletionAsync());
        Assert.Equal(drive.Size, restored.Size);
    }

    [Fact]
    public async Task Drives_lie_apart_when_they_are_asked_to()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var first = await DriveAsync(cloud);
        var clone = await cloud.Client.Drives.CloneAsync(first.Uuid, new CloneDriveOptions { Avoid = [first.Uuid] });
        var second = await cloud.RunAsync(clone.WaitForCompletionAsync());

        Assert.DoesNotContain(second.Uuid, await cloud.Client.Drives.GetAvailabilityGroupAsync(first.Uuid));
        Assert.Contains(first.Uuid, await cloud.Client.Drives.GetAvailabilityGroupAsync(first.Uuid));
        var groups = await cloud.Client.Drives.GetAvailabilityGroupsAsync();
        Assert.Equal([first.Uuid, second.Uuid], groups.SelectMany(g => g).Order().OrderBy(u => u == second.Uuid));
    }

    [Fact]
    public async Task Remote_desktop_users_of_a_drive_are_counted()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var drive = await DriveAsync(cloud);

        Assert.Equal(5, (await cloud.Client.DriveUsers.CreateAsync(drive.Uuid, 5)).Amount);
        Assert.Equal(7, (await cloud.Client.DriveUsers.UpdateAsync(drive.Uuid, 7)).Amount);
        Assert.Equal(drive.Uuid, Assert.Single(await cloud.Client.DriveUsers.ListAsync().ReadAllAsync()).Drive?.Uuid);
        Assert.True(await cloud.Client.DriveUsers.DeleteIfExistsAsync(drive.Uuid));
        Assert.False(await cloud.Client.DriveUsers.DeleteIfExistsAsync(drive.Uuid));
    }

    [Theory]
    [InlineData("drives")]
    [InlineData("snapshots")]
    [InlineData("libdrives")]
    [InlineData("jobs")]
    public async Task A_list_of_storage_is_complete_with_one_request_per_page(string kind)
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        using var client = cloud.Connect(change: o => o.PageSize = 7);
        var drives = await client.Drives.CreateManyAsync([.. Enumerable.Repeat(Small, 23)]);
        await cloud.RunAsync(Task.WhenAll(drives.Select(d => client.Drives.Track(d).WaitForCompletionAsync())));
        if (kind == "snapshots") await client.Snapshots.CreateManyAsync([.. drives.Select(d => new NewSnapshot { Drive = d.Uuid })]);
        if (kind == "jobs") foreach (var drive in drives) await client.Drives.CloneAsync(drive.Uuid);
        cloud.Emulator.ClearRequests();

        var count = kind switch
        {
            "drives" => (await client.Drives.ListAsync().ReadAllAsync()).Count,
            "snapshots" => (await client.Snapshots.ListAsync().ReadAllAsync()).Count,
            "jobs" => (await client.Jobs.ListAsync().ReadAllAsync()).Count,
            _ => (await client.Library.ListAsync().ReadAllAsync()).Count,
        };

        if (kind != "libdrives") Assert.Equal(23, count);
        Assert.True(count > 7);
        Assert.Equal((count + 6) / 7, cloud.Emulator.Requests.Count);
    }

    [Fact]
    public async Task Texts_that_would_arrive_as_others_are_refused_before_they_leave()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        cloud.Emulator.ClearRequests();

        Assert.Contains("NUL", (await Assert.ThrowsAsync<ArgumentException>(() => cloud.Client.Drives.CreateAsync(Small with { Name = "a\0b" }))).Message, StringComparison.Ordinal);
        var key = new string('k', 33);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => cloud.Client.Drives.CreateAsync(Small with { Meta = new Dictionary<string, string> { [key] = "v" } }));
        Assert.Contains(key, error.Message, StringComparison.Ordinal);

        Assert.Empty(cloud.Emulator.Requests);
    }
}
