// A day in the life of a small account: it calls every operation that the SDK implements.
namespace CloudSigma.Sdk.IntegrationTests.Recording;

internal static class RecordingScenario
{
    /// <summary>Runs the scenario on a cloud of its own.</summary>
    /// <returns>The recordings by name.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> RunAsync()
    {
        await using var recorder = await Recorder.StartAsync();
        using var client = recorder.Client();
        await recorder.RecordAsync("locations-list", client.Locations.ListAsync());
        await recorder.RecordAsync("capabilities-get", () => client.Capabilities.GetAsync());
        await recorder.RecordAsync("profile-get", () => client.Profile.GetAsync());

        var drives = await CreateDrivesAsync(recorder, client);
        await ChangeDrivesAsync(recorder, client, drives);
        await CloneDrivesAsync(recorder, client, drives);
        var servers = await CreateServersAsync(recorder, client, drives);
        await RunServersAsync(recorder, client, servers);
        await DeleteAllAsync(recorder, client, drives, servers);
        await LibrarySteps.RunAsync(recorder, client);
        await StorageSteps.RunAsync(recorder, client);
        await SnapshotSteps.RunAsync(recorder, client);
        await SchedulerSteps.RunAsync(recorder, client);
        await ComputeSteps.RunAsync(recorder, client);
        await SharingSteps.RunAsync(recorder, client);
        await PrivateCloudSteps.RunAsync(recorder, client);
        // Last, for it lets time pass in the middle of calls.
        await TransferSteps.RunAsync(recorder, client);
        return recorder.Recordings;
    }

    private static async Task<List<Drive>> CreateDrivesAsync(Recorder recorder, CloudSigmaClient client)
    {
        var disk = await recorder.RecordAsync("drives-create", () => client.Drives.CreateAsync(new NewDrive { Name = "system", Size = ByteSize.GiB(10) }));
        var shared = await recorder.RecordAsync("drives-create-full", () => client.Drives.CreateAsync(new NewDrive
        {
            Name = "shared data, \"raw\" \\ größer",
            Size = ByteSize.GiB(2),
            Media = DriveMedia.Disk,
            StorageType = StorageType.DistributedSsd,
            AllowMultimount = true,
            Affinities = [],
            Meta = new Dictionary<string, string> { ["description"] = "for two servers" },
            Tags = [],
            Avoid = [disk.Uuid],
        }));
        var more = await recorder.RecordAsync("drives-create-bulk", () => client.Drives.CreateManyAsync(
        [
            new NewDrive { Name = "installer", Size = ByteSize.GiB(1), Media = DriveMedia.CdRom },
            new NewDrive { Name = "spare", Size = ByteSize.GiB(1) },
        ]));
        await recorder.RecordAsync("drives-get-creating", () => client.Drives.GetAsync(disk.Uuid));
        recorder.Wait(5);
        return [await recorder.RecordAsync("drives-get", () => client.Drives.GetAsync(disk.Uuid)), shared, .. more];
    }

    private static async Task ChangeDrivesAsync(Recorder recorder, CloudSigmaClient client, List<Drive> drives)
    {
        await recorder.RecordAsync("drives-list", client.Drives.ListSummariesAsync());
        await recorder.RecordAsync("drives-list-fields", client.Drives.ListSummariesAsync(new DriveFilter().Fields("uuid", "status")));
        await recorder.RecordAsync("drives-list-detail", client.Drives.ListAsync());
        await recorder.RecordAsync("drives-list-detail-by-name", client.Drives.ListAsync(new DriveFilter().Name("spare", "system")));
        using (var paged = recorder.Client(pageSize: 3)) await recorder.RecordAsync("drives-list-detail-pages", paged.Drives.ListAsync());

        drives[0] = await recorder.RecordAsync("drives-update", () => client.Drives.UpdateAsync(
            drives[0] with { Name = "system of web", Meta = new Dictionary<string, string> { ["owner"] = "team a" } }));
        drives[3] = await recorder.RecordAsync("drives-update-definition", () => client.Drives.UpdateAsync(
            drives[3].Uuid, new NewDrive { Name = "spare, larger", Size = ByteSize.GiB(2), Media = DriveMedia.Disk }));
        recorder.Wait(10);
        await recorder.RecordAsync("drives-get-resized", () => client.Drives.GetAsync(drives[3].Uuid));
        await recorder.RecordRefusalAsync("drives-get-missing", () => client.Drives.GetAsync(Guid.Parse("00000000-0000-4000-8000-000000000001")));
        await recorder.RecordRefusalAsync("drives-create-too-small", () => client.Drives.CreateAsync(new NewDrive { Name = "tiny", Size = ByteSize.MiB(1) }));
    }

    private static async Task CloneDrivesAsync(Recorder recorder, CloudSigmaClient client, List<Drive> drives)
    {
        var first = await recorder.RecordAsync("drives-clone", () => client.Drives.CloneAsync(drives[0].Uuid));
        var second = await recorder.RecordAsync("drives-clone-options", () => client.Drives.CloneAsync(
            drives[0].Uuid, new CloneDriveOptions { Name = "copy", Size = ByteSize.GiB(12), Media = DriveMedia.Disk, Affinities = [], Avoid = [drives[0].Uuid, first.Value.Uuid] }));
        recorder.Wait(4);
        await recorder.RecordAsync("jobs-list", client.Jobs.ListAsync());
        await recorder.RecordAsync("jobs-list-started", client.Jobs.ListAsync(new JobFilter().State(JobState.Started)));
        var job = first.Value.Jobs[0].Uuid;
        await recorder.RecordAsync("jobs-get-started", () => client.Jobs.GetAsync(job));
        await recorder.RecordAsync("drives-get-clone-source", () => client.Drives.GetAsync(drives[0].Uuid));
        recorder.Wait(30);
        await recorder.RecordAsync("jobs-get", () => client.Jobs.GetAsync(job));
        drives.Add(await recorder.RecordAsync("drives-get-clone", () => client.Drives.GetAsync(first.Value.Uuid)));
        drives.Add(second.Value);
    }

    private static async Task<List<Server>> CreateServersAsync(Recorder recorder, CloudSigmaClient client, List<Drive> drives)
    {
        var plain = await recorder.RecordAsync("servers-create", () => client.Servers.CreateAsync(
            new NewServer { Name = "plain", Cpu = 1000, Memory = ByteSize.MiB(512), VncPassword = "secret12" }));
        var web = await recorder.RecordAsync("servers-create-full", () => client.Servers.CreateAsync(new NewServer
        {
            Name = "web",
            Cpu = 2000,
            Memory = ByteSize.GiB(1),
            VncPassword = "secret12",
            Smp = 2,
            Drives =
            [
                new ServerDrive { Drive = drives[0].Uuid, Device = DeviceBus.Virtio, DeviceChannel = "0:0", BootOrder = 1 },
                new ServerDrive { Drive = drives[2].Uuid, Device = DeviceBus.Ide, DeviceChannel = "0:0" },
            ],
            Nics = [new Nic { Model = NicModel.Virtio, IPv4 = new IPConfiguration { Mode = IPConfigurationMode.Dhcp } }],
            Meta = new Dictionary<string, string> { ["description"] = "front" },
            Tags = [],
            Requirements = [],
            CpusInsteadOfCores = false,
            EnableNuma = false,
            HvRelaxed = false,
            HvTsc = false,
        }));
        var bulk = await recorder.RecordAsync("servers-create-bulk", () => client.Servers.CreateManyAsync(
        [
            new NewServer { Name = "worker 1", Cpu = 1000, Memory = ByteSize.MiB(512), VncPassword = "secret12" },
            new NewServer { Name = "worker 2", Cpu = 1000, Memory = ByteSize.MiB(512), VncPassword = "secret12" },
        ]));
        await recorder.RecordAsync("servers-get", () => client.Servers.GetAsync(web.Uuid));
        await recorder.RecordAsync("drives-get-mounted", () => client.Drives.GetAsync(drives[0].Uuid));
        await recorder.RecordAsync("servers-list", client.Servers.ListSummariesAsync());
        await recorder.RecordAsync("servers-list-detail", client.Servers.ListAsync());
        await recorder.RecordAsync("servers-list-detail-by-name", client.Servers.ListAsync(new ServerFilter().NameContains("WORK")));

        plain = await recorder.RecordAsync("servers-update", () => client.Servers.UpdateAsync(plain with
        {
            Name = "database",
            Nics = [new Nic { IPv4 = new IPConfiguration { Mode = IPConfigurationMode.Dhcp } }],
            Meta = new Dictionary<string, string> { ["ssh"] = "key" },
        }));
        plain = await recorder.RecordAsync("servers-update-attach", () => client.Servers.UpdateAsync(plain with
        {
            Drives = [new ServerDrive { Drive = drives[4].Uuid, Device = DeviceBus.Virtio, DeviceChannel = "0:0", BootOrder = 1 }],
        }));
        plain = await recorder.RecordAsync("servers-update-definition", () => client.Servers.UpdateAsync(
            plain.Uuid, new NewServer { Name = "database 2", Cpu = 2000, Memory = ByteSize.GiB(1), VncPassword = "changed12" }));
        return [plain, web, .. bulk];
    }

    private static async Task RunServersAsync(Recorder recorder, CloudSigmaClient client, List<Server> servers)
    {
        await recorder.RecordAsync("servers-start", () => client.Servers.StartAsync(servers[1].Uuid));
        await recorder.RecordAsync("servers-start-avoid", () => client.Servers.StartAsync(
            servers[0].Uuid, new StartServerOptions { Avoid = [servers[1].Uuid], Method = StartMethod.Eager }));
        recorder.Wait(10);
        await recorder.RecordAsync("servers-get-running", () => client.Servers.GetAsync(servers[1].Uuid));
        await recorder.RecordAsync("servers-list-running", client.Servers.ListSummariesAsync());
        await recorder.RecordRefusalAsync("servers-start-running", () => client.Servers.StartAsync(servers[1].Uuid));
        await recorder.RecordRefusalAsync("servers-delete-running", () => client.Servers.DeleteAsync(servers[1].Uuid));
        await recorder.RecordAsync("servers-stop", () => client.Servers.StopAsync(servers[1].Uuid));
        await recorder.RecordAsync("servers-stop-other", () => client.Servers.StopAsync(servers[0].Uuid));
        recorder.Wait(10);
    }

    private static async Task DeleteAllAsync(Recorder recorder, CloudSigmaClient client, List<Drive> drives, List<Server> servers)
    {
        await recorder.RecordAsync("servers-delete", () => client.Servers.DeleteAsync(servers[2].Uuid));
        await recorder.RecordAsync("servers-delete-disks", () => client.Servers.DeleteAsync(servers[1].Uuid, new DeleteServerOptions { Recurse = RecurseDrives.Disks }));
        await recorder.RecordAsync("servers-delete-all-drives", () => client.Servers.DeleteAsync(servers[0].Uuid, new DeleteServerOptions { Recurse = RecurseDrives.AllDrives }));
        await recorder.RecordAsync("drives-delete", () => client.Drives.DeleteAsync(drives[3].Uuid));
        await recorder.RecordAsync("drives-list-after-delete", client.Drives.ListSummariesAsync());
    }
}
