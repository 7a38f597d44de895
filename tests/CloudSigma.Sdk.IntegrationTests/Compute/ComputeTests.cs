using System.Net;
using CloudSigma.Emulator;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.IntegrationTests.Compute;

/// <summary>Servers over a real socket: what works, and what is refused with which words.</summary>
public class ComputeTests
{
    private static readonly NewServer Small = new() { Name = "s", Cpu = 1000, Memory = ByteSize.MiB(512), VncPassword = "secret12" };

    private static async Task<Drive> DriveAsync(EmulatorFixture cloud, string name = "d") =>
        await cloud.RunAsync((await cloud.Client.Drives.StartCreateAsync(new NewDrive { Name = name, Size = ByteSize.GiB(1) })).WaitForCompletionAsync());

    private static async Task<Server> RunningAsync(EmulatorFixture cloud, NewServer? definition = null)
    {
        var server = await cloud.Client.Servers.CreateAsync(definition ?? Small);
        return await cloud.RunAsync((await cloud.Client.Servers.StartAsync(server.Uuid)).WaitForCompletionAsync());
    }

    [Fact]
    public async Task A_vlan_together_with_a_public_address_is_refused_before_it_leaves()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        cloud.Emulator.ClearRequests();
        var both = new Nic { Vlan = Guid.NewGuid(), IPv4 = new IPConfiguration { Mode = IPConfigurationMode.Dhcp } };

        var error = await Assert.ThrowsAsync<ArgumentException>(() => cloud.Client.Servers.CreateAsync(Small with { Nics = [both] }));

        Assert.Contains("vlan", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(cloud.Emulator.Requests);
    }

    [Fact]
    public async Task A_static_address_has_to_be_an_own_one()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var own = IPAddress.Parse((await cloud.Client.SendAsync(HttpMethod.Get, "ips/?limit=0")).GetProperty("objects")[0].GetProperty("uuid").GetString()!);

        var error = await Assert.ThrowsAsync<ValidationException>(() => cloud.Client.Servers.CreateAsync(Small.AddNic(NicConfiguration.Static(IPAddress.Parse("203.0.113.7")))));
        Assert.Equal("nics.ip_v4_conf.ip", Assert.Single(error.Errors).Point);
        var server = await RunningAsync(cloud, Small.AddNic(NicConfiguration.Static(own)));
        Assert.Equal(own, await cloud.RunAsync(cloud.Client.Servers.WaitForAddressAsync(server)));
        // Used already.
        await Assert.ThrowsAsync<ValidationException>(() => cloud.Client.Servers.CreateAsync(Small.AddNic(NicConfiguration.Static(own))));
    }

    [Fact]
    public async Task An_unknown_mac_is_refused_by_both_sides()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var server = await cloud.Client.Servers.CreateAsync(Small.AddNic(NicConfiguration.Dhcp()));

        var local = Assert.Throws<ArgumentException>(() => server.WithNic("22:00:00:00:00:99", n => n));
        Assert.Contains(server.Nics[0].Mac!, local.Message, StringComparison.Ordinal);
        var remote = await Assert.ThrowsAsync<ValidationException>(() => cloud.Client.Servers.UpdateAsync(server with { Nics = [server.Nics[0] with { Mac = "22:00:00:00:00:99" }] }));
        Assert.Equal("nics.mac", Assert.Single(remote.Errors).Point);
    }

    [Fact]
    public async Task A_card_keeps_its_mac_and_changes_its_network()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var vlan = (await cloud.Client.SendAsync(HttpMethod.Get, "vlans/")).GetProperty("objects")[0].GetProperty("uuid").GetGuid();
        var server = await cloud.Client.Servers.CreateAsync(Small.AddNic(NicConfiguration.Dhcp()).AddNic(NicConfiguration.Dhcp()));
        var macs = server.Nics.Select(n => n.Mac).ToList();

        server = await cloud.Client.Servers.UpdateAsync(server.WithNic(macs[1]!, n => n.WithConfiguration(NicConfiguration.Private(vlan))));

        Assert.Equal(macs, server.Nics.Select(n => n.Mac));
        Assert.Equal(vlan, server.Nics[1].Vlan?.Uuid);
        Assert.Null(server.Nics[1].IPv4);
        server = await cloud.Client.Servers.UpdateAsync(server.RemoveNic(macs[0]!));
        Assert.Equal(macs[1], Assert.Single(server.Nics).Mac);
    }

    [Fact]
    public async Task A_channel_is_used_once()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        Drive first = await DriveAsync(cloud), second = await DriveAsync(cloud);
        var server = await cloud.Client.Servers.CreateAsync(Small.AttachDrive(first.Uuid, boot: true));

        Assert.Throws<ArgumentException>(() => server.AttachDrive(second.Uuid, channel: "0:0"));
        Assert.Throws<ArgumentException>(() => server.AttachDrive(first.Uuid));
        var twice = server with { Drives = [.. server.Drives, new ServerDrive { Drive = second.Uuid, Device = DeviceBus.Virtio, DeviceChannel = "0:0" }] };
        await Assert.ThrowsAsync<ArgumentException>(() => cloud.Client.Servers.UpdateAsync(twice));
        server = await cloud.Client.Servers.UpdateAsync(server.AttachDrive(second.Uuid));
        Assert.Equal(["0:0", "0:1"], server.Drives.Select(d => d.DeviceChannel).Order());
        server = await cloud.Client.Servers.UpdateAsync(server.DetachDrive(first.Uuid));
        Assert.Equal(second.Uuid, Assert.Single(server.Drives).Drive?.Uuid);
        Assert.Equal(DriveStatus.Unmounted, (await cloud.Client.Drives.GetAsync(first.Uuid)).Status);
    }

    [Fact]
    public async Task A_running_server_is_neither_started_nor_deleted()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var server = await RunningAsync(cloud);

        Assert.Contains("Cannot start guest in state", (await Assert.ThrowsAsync<PermissionDeniedException>(() => cloud.Client.Servers.StartAsync(server.Uuid))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<PermissionDeniedException>(() => cloud.Client.Servers.DeleteAsync(server.Uuid));
        Assert.True(await cloud.RunAsync(cloud.Client.Servers.StopAndDeleteAsync(server.Uuid)));
        Assert.False(await cloud.RunAsync(cloud.Client.Servers.StopAndDeleteAsync(server.Uuid)));
    }

    [Fact]
    public async Task A_change_that_a_running_server_ignores_can_be_refused()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var server = await RunningAsync(cloud);
        var refuse = new UpdateServerOptions { RefuseIgnoredChanges = true };

        var error = await Assert.ThrowsAsync<IgnoredChangesException>(() => cloud.Client.Servers.UpdateAsync(server with { Cpu = 2000, Name = "renamed" }, refuse));
        Assert.Equal(["cpu"], error.Members);
        Assert.Equal("renamed", (await cloud.Client.Servers.UpdateAsync(server with { Name = "renamed" }, refuse)).Name);
        Assert.Equal(1000, (await cloud.Client.Servers.UpdateAsync(server with { Cpu = 2000 })).Cpu);
    }

    [Fact]
    public async Task A_disk_of_the_library_is_cloned_first_and_a_cdrom_is_not()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var images = await cloud.Client.Library.ListAsync().ReadAllAsync();
        var disk = images.First(i => i.Media == DriveMedia.Disk);
        var cdrom = images.First(i => i.Media == DriveMedia.CdRom);

        var error = await Assert.ThrowsAsync<PermissionDeniedException>(() => cloud.Client.Servers.CreateAsync(Small.AttachDrive(disk.Uuid)));
        Assert.Contains("cloned", error.Message, StringComparison.Ordinal);
        Assert.Equal(cdrom.Uuid, Assert.Single((await cloud.Client.Servers.CreateAsync(Small.AttachDrive(cdrom.Uuid, DeviceBus.Ide))).Drives).Drive?.Uuid);
    }

    [Fact]
    public async Task What_a_server_needs_is_checked_on_both_sides()
    {
        await using var cloud = await EmulatorFixture.StartAsync();

        Assert.Contains("VncPassword", (await Assert.ThrowsAsync<ArgumentException>(() => cloud.Client.Servers.CreateAsync(Small with { VncPassword = "" }))).Message, StringComparison.Ordinal);
        var perCore = Small with { Cpu = 1000, Smp = 4 };
        Assert.Equal("cpu", Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => cloud.Client.Servers.CreateAsync(perCore))).Errors).Point);
        Assert.Equal("cpu", Assert.Single(ServerChecks.Find(perCore, await cloud.Client.Capabilities.GetAsync())).Member);
    }

    [Fact]
    public async Task Without_money_nothing_starts()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var server = await cloud.Client.Servers.CreateAsync(Small);
        cloud.Emulator.SetBalance(cloud.Emulator.Accounts[0].Email, 0);

        await Assert.ThrowsAsync<InsufficientFundsException>(() => cloud.Client.Servers.StartAsync(server.Uuid));
    }

    [Fact]
    public async Task A_guest_that_ignores_a_shutdown_is_stopped_when_that_was_asked_for()
    {
        await using var cloud = await EmulatorFixture.StartAsync(o => o.Compute = o.Compute with { IgnoreShutdown = 1 });
        var server = await RunningAsync(cloud);

        var polite = await cloud.Client.Servers.ShutdownAsync(server.Uuid);
        await Assert.ThrowsAsync<OperationFailedException>(() => cloud.RunAsync(polite.WaitForCompletionAsync()));
        var firm = await cloud.Client.Servers.ShutdownAsync(server.Uuid, new ShutdownServerOptions { StopAfter = TimeSpan.FromSeconds(90) });

        Assert.Equal(ServerStatus.Stopped, (await cloud.RunAsync(firm.WaitForCompletionAsync())).Status);
    }

    [Fact]
    public async Task A_paused_server_ends_a_wait_and_an_unavailable_one_does_not()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var server = await cloud.Client.Servers.CreateAsync(Small);
        var start = await cloud.Client.Servers.StartAsync(server.Uuid);
        cloud.Emulator.SetServerStatus(server.Uuid, EmulatorServerStatus.Unavailable);
        var told = new List<string>();
        var wait = start.WaitForCompletionAsync(new SynchronousProgress<OperationProgress>(p =>
        {
            told.Add(p.Status);
            if (told.Count == 5) cloud.Emulator.SetServerStatus(server.Uuid, EmulatorServerStatus.Running);
        }));

        Assert.Equal(ServerStatus.Running, (await cloud.RunAsync(wait)).Status);
        Assert.Contains("unavailable", told);
        cloud.Emulator.SetServerStatus(server.Uuid, EmulatorServerStatus.Paused);
        var error = await Assert.ThrowsAsync<OperationFailedException>(() => cloud.RunAsync(cloud.Client.Servers.WaitForAddressAsync(server.Uuid)));
        Assert.Equal("paused", error.Status);
    }

    [Fact]
    public async Task A_clone_shows_its_disks_as_parts_and_copies_them()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        Drive one = await DriveAsync(cloud, "one"), two = await DriveAsync(cloud, "two");
        var source = await cloud.Client.Servers.CreateAsync(Small.AttachDrive(one.Uuid, boot: true).AttachDrive(two.Uuid).AddNic(NicConfiguration.Dhcp()));
        var parts = new List<IReadOnlyList<OperationPart>>();

        var clone = await cloud.Client.Servers.CloneAsync(source.Uuid, new CloneServerOptions { Name = "copy", RandomVncPassword = true });
        var copy = await cloud.RunAsync(clone.WaitForCompletionAsync(new SynchronousProgress<OperationProgress>(p => parts.Add(p.Parts))));

        Assert.Contains(parts, p => p.Count == 2 && p.All(static j => j.Name == "drive_clone"));
        Assert.Equal(("copy", 2), (copy.Name, copy.Drives.Count));
        Assert.NotEqual(source.VncPassword, copy.VncPassword);
        Assert.NotEqual(source.Nics[0].Mac, copy.Nics[0].Mac);
        Assert.Empty(copy.Drives.Select(d => d.Drive!.Uuid).Intersect([one.Uuid, two.Uuid]));
    }

    [Fact]
    public async Task A_screen_and_a_console_are_places_to_connect_to()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var server = await RunningAsync(cloud);

        var screen = await cloud.Client.Servers.OpenVncAsync(server.Uuid);
        var console = await cloud.Client.Servers.OpenConsoleAsync(server.Uuid);

        Assert.Equal("RFB 003.008\n", await GreetingAsync(screen.Host, screen.Port, 12));
        Assert.NotEqual(screen.Port, console.Port);
        await cloud.Client.Servers.CloseVncAsync(server.Uuid);
        await cloud.Client.Servers.CloseConsoleAsync(server.Uuid);
    }

    private static async Task<string> GreetingAsync(string host, int port, int length)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(host, port);
        var bytes = new byte[length];
        await socket.GetStream().ReadExactlyAsync(bytes);
        return System.Text.Encoding.ASCII.GetString(bytes);
    }
}
