using System.Text.Json;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Servers;

/// <summary>What a running server ignores is named, and refused when the caller wants it.</summary>
public class IgnoredChangesTests
{
    private const string Running =
        """
        {"uuid": "3d504199-6bac-4612-a19e-691c9c6c6728", "name": "web", "status": "running", "cpu": 1000, "smp": 1, "mem": 1073741824, "vnc_password": "hunter2", "cpu_type": "amd",
         "cpu_model": null, "hypervisor": "kvm", "context": true, "cpus_instead_of_cores": false, "enable_numa": false, "hv_relaxed": false, "hv_tsc": false, "meta": {}, "tags": [],
         "requirements": [], "pubkeys": [{"uuid": "11111111-2222-4333-8444-555555555555"}, {"uuid": "22222222-2222-4333-8444-555555555555"}],
         "drives": [{"boot_order": 1, "dev_channel": "0:0", "device": "virtio", "drive": {"uuid": "33333333-2222-4333-8444-555555555555"}, "runtime": {"io": {"bytes_read": 1}}},
          {"boot_order": null, "dev_channel": "0:1", "device": "virtio", "drive": {"uuid": "44444444-2222-4333-8444-555555555555"}, "runtime": null}],
         "nics": [{"mac": "22:00:00:00:00:01", "model": "virtio", "vlan": null, "ip_v4_conf": {"conf": "dhcp", "ip": null}, "ip_v6_conf": null, "boot_order": null, "runtime": {"interface_type": "public"}},
          {"mac": "22:00:00:00:00:02", "model": "e1000", "vlan": {"uuid": "55555555-2222-4333-8444-555555555555"}, "ip_v4_conf": null, "ip_v6_conf": null, "boot_order": null, "runtime": null}]}
        """;

    private readonly Server _server = Read(Running);

    public static TheoryData<string, Func<Server, Server>> Changes => new()
    {
        { "allocation_pool", static s => s with { AllocationPool = "a" } },
        { "auto_start", static s => s with { AutoStart = true } },
        { "context", static s => s with { Context = false } },
        { "cpu", static s => s with { Cpu = 2000 } },
        { "cpu_model", static s => s with { CpuModel = "kvm64" } },
        { "cpu_type", static s => s with { CpuType = CpuType.Intel } },
        { "cpus_instead_of_cores", static s => s with { CpusInsteadOfCores = true } },
        { "drives", static s => s.DetachDrive(new Guid("44444444-2222-4333-8444-555555555555")) },
        { "drives", static s => s with { Drives = [s.Drives[0] with { BootOrder = null }, s.Drives[1]] } },
        { "drives", static s => s with { Drives = [s.Drives[0], s.Drives[0]] } },
        { "enable_numa", static s => s with { EnableNuma = true } },
        { "epcs", static s => s with { Epcs = [new ServerEpc { Size = ByteSize.GiB(1) }] } },
        { "gpus", static s => s with { Gpus = [new ServerGpu { Model = "nvidia_a6000" }] } },
        { "hv_relaxed", static s => s with { HvRelaxed = true } },
        { "hv_tsc", static s => s with { HvTsc = true } },
        { "hypervisor", static s => s with { Hypervisor = new Hypervisor("new") } },
        { "is_grey", static s => s with { IsGrey = true } },
        { "mem", static s => s with { Memory = ByteSize.GiB(2) } },
        { "nics", static s => s.AddNic(NicConfiguration.None) },
        { "nics", static s => s with { Nics = [s.Nics[1], s.Nics[0]] } },
        { "nics", static s => s.WithNic("22:00:00:00:00:01", static n => n.WithConfiguration(NicConfiguration.Manual())) },
        { "nics", static s => s with { Nics = [s.Nics[0], new Nic { Mac = s.Nics[1].Mac, Vlan = s.Nics[1].Vlan }] } },
        { "pubkeys", static s => s with { PublicKeys = [s.PublicKeys[0]] } },
        { "requirements", static s => s with { Requirements = ["x"] } },
        { "smp", static s => s with { Smp = 2 } },
        { "vnc_password", static s => s with { VncPassword = "hunter3" } },
        { "cpu,nics", static s => s.RemoveNic("22:00:00:00:00:01") with { Cpu = 2000, Name = "x" } },
        { "", static s => s with { Name = "x", Meta = new Dictionary<string, string> { ["k"] = "v" }, Tags = [Guid.NewGuid()] } },
        { "", static s => s with { Status = ServerStatus.Stopped, Owner = Guid.NewGuid(), Runtime = new ServerRuntime(), Jobs = [Guid.NewGuid()] } },
        { "", static s => s with { Gpus = [], Epcs = [], HvTsc = false, AllocationPool = null } },
        { "", static s => s with { Drives = [s.Drives[1], s.Drives[0] with { Runtime = null }], PublicKeys = [s.PublicKeys[1], s.PublicKeys[0]] } },
        { "", static s => s with { Drives = [new ServerDrive { Drive = s.Drives[0].Drive!.Uuid, Device = DeviceBus.Virtio, DeviceChannel = "0:0", BootOrder = 1 }, s.Drives[1]] } },
        { "", static s => s with { Nics = [new Nic { Mac = "22:00:00:00:00:01", IPv4 = new IPConfiguration { Mode = IPConfigurationMode.Dhcp } }, s.Nics[1]] } },
        { "", static s => new Server { Uuid = s.Uuid, Name = "x" } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Ignored_members_are_named(string members, Func<Server, Server> change) =>
        Assert.Equal(members.Split(',', StringSplitOptions.RemoveEmptyEntries), ServerChanges.IgnoredWhileRunning(_server, change(_server)));

    [Fact]
    public void Every_member_is_writable_ignored_or_read_only()
    {
        string[] alwaysTaken = ["meta", "name", "tags"];
        string[] readOnly = ["grantees", "jobs", "owner", "permissions", "resource_uri", "runtime", "status", "uuid"];
        var ignored = Changes.Select(static row => (string)row[0]).Where(static m => m.Length > 0 && !m.Contains(',', StringComparison.Ordinal)).Distinct();
        var all = typeof(Server).GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)
            .Select(static f => f.GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonPropertyNameAttribute), false).OfType<System.Text.Json.Serialization.JsonPropertyNameAttribute>().SingleOrDefault()?.Name).OfType<string>();

        Assert.Equal(all.Order(StringComparer.Ordinal), ignored.Concat(alwaysTaken).Concat(readOnly).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_servers_are_not_compared() =>
        Assert.Throws<ArgumentException>(() => ServerChanges.IgnoredWhileRunning(_server, _server with { Uuid = Guid.NewGuid() }));

    [Theory]
    [InlineData("running")]
    [InlineData("starting")]
    [InlineData("unavailable")]
    [InlineData("something-new")]
    public async Task A_change_that_would_be_ignored_is_refused_when_the_caller_wants_it(string status)
    {
        var handler = new FakeHandler(_ => FakeHandler.Json(Running.Replace("\"running\"", $"\"{status}\"", StringComparison.Ordinal)));
        var servers = TestClient.Create(handler).Servers;

        var error = await Assert.ThrowsAsync<IgnoredChangesException>(
            () => servers.UpdateAsync(_server with { Cpu = 2000, VncPassword = "hunter3", Name = "x" }, new UpdateServerOptions { RefuseIgnoredChanges = true }));

        Assert.Equal(["cpu", "vnc_password"], error.Members);
        Assert.Equal(status, error.Status.Value);
        Assert.Contains("cpu, vnc_password", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", error.Message, StringComparison.Ordinal);
        Assert.Equal(["GET"], handler.Requests.Select(static r => r.Method));
    }

    [Fact]
    public async Task A_change_that_counts_is_sent()
    {
        var handler = new FakeHandler(Running);
        var stopped = new FakeHandler(Running.Replace("\"running\"", "\"stopped\"", StringComparison.Ordinal));
        var options = new UpdateServerOptions { RefuseIgnoredChanges = true };

        await TestClient.Create(handler).Servers.UpdateAsync(_server with { Name = "x" }, options);
        await TestClient.Create(stopped).Servers.UpdateAsync(_server with { Cpu = 2000 }, options);

        Assert.Equal(["GET", "PUT"], handler.Requests.Select(static r => r.Method));
        Assert.Equal(["GET", "PUT"], stopped.Requests.Select(static r => r.Method));
    }

    [Fact]
    public async Task Without_the_option_one_request_is_sent()
    {
        var handler = new FakeHandler(Running);

        await TestClient.Create(handler).Servers.UpdateAsync(_server with { Cpu = 2000 });
        await TestClient.Create(handler).Servers.UpdateAsync(_server with { Cpu = 2000 }, new UpdateServerOptions());

        Assert.Equal(["PUT", "PUT"], handler.Requests.Select(static r => r.Method));
    }

    private static Server Read(string json) => JsonSerializer.Deserialize(json, SdkJson.Context.Server)!;
}
