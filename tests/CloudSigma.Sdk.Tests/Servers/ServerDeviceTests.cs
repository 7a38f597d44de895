using System.Text.Json;
using CloudSigma.Sdk.TestKit.Fakes;
using CloudSigma.Sdk.TestKit.Json;

namespace CloudSigma.Sdk.Tests.Servers;

/// <summary>Changes of the drives and network cards of a server that was read.</summary>
public class ServerDeviceTests
{
    private const string FirstMac = "22:cd:d0:81:97:c8";
    private const string SecondMac = "22:25:57:2a:dc:cc";
    private static readonly Guid Drive = new("aaaaaaaa-0000-4000-8000-000000000001");
    private static readonly Guid Other = new("aaaaaaaa-0000-4000-8000-000000000002");

    private static readonly Server Bare = new() { Uuid = TestClient.Uuid, Drives = [], Nics = [] };

    private readonly Server _server = JsonSerializer.Deserialize(
        $$"""
        {"uuid": "{{TestClient.Uuid}}", "drives": [], "nics": [
         {"boot_order": null, "ip_v4_conf": {"conf": "dhcp", "ip": null}, "ip_v6_conf": null, "mac": "{{FirstMac}}", "model": "e1000", "runtime": null, "vlan": null, "new": 1},
         {"boot_order": null, "ip_v4_conf": null, "ip_v6_conf": null, "mac": "{{SecondMac}}", "model": "virtio", "runtime": null, "vlan": {"uuid": "22222222-2222-4333-8444-555555555555"} } ]}
        """,
        SdkJson.Context.Server)!;

    [Fact]
    public void A_card_is_changed_by_its_hardware_address_and_goes_back_whole()
    {
        var changed = _server.WithNic(FirstMac.ToUpperInvariant(), n => n.WithConfiguration(NicConfiguration.Static(System.Net.IPAddress.Parse("203.0.113.7"))));

        var expected = JsonText.Parse($$"""{"boot_order": null, "ip_v4_conf": {"conf": "static", "ip": "203.0.113.7"}, "ip_v6_conf": null, "mac": "{{FirstMac}}", "model": "e1000", "runtime": null, "vlan": null, "new": 1}""");
        Assert.Null(JsonDifference.Find(expected, JsonSerializer.SerializeToElement(changed.Nics[0], SdkJson.Context.Nic)));
        Assert.Same(_server.Nics[1], changed.Nics[1]);
        Assert.Equal(IPConfigurationMode.Dhcp, _server.Nics[0].IPv4!.Mode);
    }

    [Fact]
    public void Cards_are_added_at_the_end_and_removed_by_address()
    {
        Assert.Equal([FirstMac, SecondMac, null], _server.AddNic(NicConfiguration.Dhcp(), NicModel.Rtl8139).Nics.Select(static n => n.Mac));
        Assert.Equal(NicModel.Rtl8139, _server.AddNic(NicConfiguration.Dhcp(), NicModel.Rtl8139).Nics[2].Model);
        Assert.Equal([SecondMac], _server.RemoveNic(FirstMac).Nics.Select(static n => n.Mac));
        Assert.Equal(2, _server.Nics.Count);
    }

    [Fact]
    public void Unknown_cards_are_refused_with_the_known_ones()
    {
        foreach (var change in new Action[] { () => _server.RemoveNic("22:00:00:00:00:00"), () => _server.WithNic("22:00:00:00:00:00", static n => n) })
        {
            var error = Assert.Throws<ArgumentException>(change);
            Assert.Contains(FirstMac, error.Message, StringComparison.Ordinal);
            Assert.Contains(SecondMac, error.Message, StringComparison.Ordinal);
        }

        Assert.Contains("none", Assert.Throws<ArgumentException>(() => Bare.RemoveNic(FirstMac)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _server.WithNic(FirstMac, static n => n with { Mac = null }));
        Assert.Throws<ArgumentException>(() => _server.WithNic(FirstMac, static _ => null!));
    }

    [Fact]
    public void A_list_that_was_not_read_is_not_sent_as_if_it_were_empty()
    {
        var part = new Server { Uuid = TestClient.Uuid, Name = "s" };

        foreach (var change in new Func<Server>[] { () => part.AddNic(NicConfiguration.Dhcp()), () => part.WithNic(FirstMac, static n => n), () => part.RemoveNic(FirstMac) })
            Assert.Contains("'nics'", Assert.Throws<InvalidOperationException>(change).Message, StringComparison.Ordinal);
        foreach (var change in new Func<Server>[] { () => part.AttachDrive(Drive), () => part.DetachDrive(Drive) })
            Assert.Contains("'drives'", Assert.Throws<InvalidOperationException>(change).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attached_drive_is_what_the_documented_request_sends()
    {
        var handler = new FakeHandler($$"""{"uuid": "{{TestClient.Uuid}}"}""");

        await TestClient.Create(handler).Servers.UpdateAsync(Bare.AttachDrive(Drive, boot: true).AttachDrive(Other));

        Assert.Null(JsonDifference.Find(
            JsonText.Parse(
                $$"""
                [{"boot_order": 1, "dev_channel": "0:0", "device": "virtio", "drive": "{{Drive}}"},
                 {"boot_order": null, "dev_channel": "0:1", "device": "virtio", "drive": "{{Other}}"}]
                """),
            JsonText.Parse(handler.Requests[0].Body!).GetProperty("drives")));
    }

    [Fact]
    public void Every_virtio_channel_is_picked_once_up_to_1024_drives()
    {
        IReadOnlyList<ServerDrive> drives = [];
        for (var i = 0; i < 1024; i++) drives = [.. drives, new ServerDrive { Drive = Guid.NewGuid(), Device = DeviceBus.Virtio, DeviceChannel = DeviceChannels.NextFree(DeviceBus.Virtio, drives) }];

        Assert.Equal(["0:0", "0:1", "0:2", "0:3", "0:4", "0:5", "1:0"], drives.Take(7).Select(static d => d.DeviceChannel));
        Assert.Equal("170:3", drives[^1].DeviceChannel);
        ServerDriveRules.Check(drives, "drives");
        Assert.Throws<InvalidOperationException>(() => (Bare with { Drives = drives }).AttachDrive(Drive));
    }

    [Fact]
    public void Gaps_are_filled_and_buses_do_not_share_channels()
    {
        var server = Bare.AttachDrive(Guid.NewGuid(), channel: "0:1").AttachDrive(Guid.NewGuid(), DeviceBus.Ide).AttachDrive(Guid.NewGuid()).AttachDrive(Guid.NewGuid());

        Assert.Equal(["virtio 0:1", "ide 0:0", "virtio 0:0", "virtio 0:2"], server.Drives.Select(static d => $"{d.Device} {d.DeviceChannel}"));
    }

    [Fact]
    public void Ide_has_four_channels()
    {
        var server = Enumerable.Range(0, 4).Aggregate(Bare, static (s, _) => s.AttachDrive(Guid.NewGuid(), DeviceBus.Ide));

        Assert.Equal(["0:0", "0:1", "1:0", "1:1"], server.Drives.Select(static d => d.DeviceChannel));
        Assert.Throws<InvalidOperationException>(() => server.AttachDrive(Drive, DeviceBus.Ide));
    }

    [Fact]
    public void The_next_boot_position_is_behind_drives_and_cards()
    {
        var server = (Bare with { Nics = [new Nic { BootOrder = 3 }] }).AttachDrive(Guid.NewGuid(), bootOrder: 1).AttachDrive(Drive, boot: true);

        Assert.Equal([1, 4], server.Drives.Select(static d => d.BootOrder));
    }

    [Fact]
    public void What_cannot_be_attached_is_refused()
    {
        var server = Bare.AttachDrive(Drive, channel: "0:3");

        Assert.Contains("attached already", Assert.Throws<ArgumentException>(() => server.AttachDrive(Drive)).Message, StringComparison.Ordinal);
        Assert.Contains(Drive.ToString(), Assert.Throws<ArgumentException>(() => server.AttachDrive(Other, channel: "0:3")).Message, StringComparison.Ordinal);
        Assert.Equal("channel", Assert.Throws<ArgumentException>(() => server.AttachDrive(Other, channel: "0:6")).ParamName);
        Assert.Equal("bus", Assert.Throws<ArgumentException>(() => server.AttachDrive(Other, DeviceBus.Scsi)).ParamName);
        Assert.Equal("bus", Assert.Throws<ArgumentException>(() => server.AttachDrive(Other, default(DeviceBus))).ParamName);
        Assert.Throws<ArgumentException>(() => server.AttachDrive(Other, bootOrder: 1, boot: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => server.AttachDrive(Other, bootOrder: 0));
        Assert.Throws<ArgumentException>(() => server.AttachDrive(Guid.Empty));
        Assert.Equal("2:0", server.AttachDrive(Other, DeviceBus.Scsi, "2:0").Drives[1].DeviceChannel);
    }

    [Fact]
    public void A_drive_is_detached_by_its_uuid()
    {
        var server = Bare.AttachDrive(Drive).AttachDrive(Other);

        Assert.Equal([Other], server.DetachDrive(Drive).Drives.Select(static d => d.Drive!.Uuid));
        Assert.Contains(Drive.ToString(), Assert.Throws<ArgumentException>(() => server.DetachDrive(TestClient.Uuid)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Bare.DetachDrive(Drive));
    }

    [Fact]
    public void A_new_definition_gets_its_devices_in_the_same_way()
    {
        var server = new NewServer { Name = "s", Cpu = 1000, Memory = ByteSize.GiB(1), VncPassword = "secret12" }
            .AttachDrive(Drive, boot: true).AttachDrive(Other, DeviceBus.Ide).AddNic(NicConfiguration.Dhcp()).AddNic(NicConfiguration.None);

        Assert.Equal(["0:0", "0:0"], server.Drives!.Select(static d => d.DeviceChannel));
        Assert.Equal(2, server.Nics!.Count);
        ServerRules.Check(server, "server");
        Assert.Throws<ArgumentException>(() => server.AttachDrive(Other));
    }
}
