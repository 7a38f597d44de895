// The switches: checks, seed, speed and the way the cloud starts and stops.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Emulator.Tests;

public sealed class OptionsTests
{
    public static TheoryData<string, CloudSigmaEmulatorOptions> Bad => new()
    {
        { "Port is 65536", new() { Port = 65536 } },
        { "Port is -1", new() { Port = -1 } },
        { "DirectPort is -1", new() { DirectPort = -1 } },
        { "DirectPort is 65536", new() { DirectPort = 65536 } },
        { "DirectPort is 8010. It has to be a number from 0 to 65535 other than Port", new() { Port = 8010, DirectPort = 8010 } },
        { "Transfers is null", new() { Transfers = null! } },
        { "Transfers is a link life time of 00:00:00", new() { Transfers = new() { LinkLifetime = TimeSpan.Zero } } },
        { "Transfers is the folder \"/nowhere/at/all\"", new() { Transfers = new() { Folder = "/nowhere/at/all" } } },
        { "Network is 0 bytes in a second", new() { Network = new() { BytesPerSecond = 0 } } },
        { "Network is a cut after 0 bytes", new() { Network = new() { DropEvery = 0 } } },
        { "Network is a latency of -00:00:01", new() { Network = new() { Latency = TimeSpan.FromSeconds(-1) } } },
        { "Speed is 0", new() { Speed = 0 } },
        { "Speed is -2.5", new() { Speed = -2.5 } },
        { "Speed is NaN", new() { Speed = double.NaN } },
        { "Accounts is an empty list", new() { Accounts = [] } },
        { "a@b.c twice", new() { Accounts = [new("a@b.c", "x"), new("A@B.C", "y")] } },
        { "\"a:b\"", new() { Accounts = [new("a:b", "x")] } },
        { "empty password for a@b.c", new() { Accounts = [new("a@b.c", "")] } },
        { "a token for c@d.e", new() { Accounts = [new("a@b.c", "x") { Token = "t" }, new("c@d.e", "x") { Token = "t" }] } },
        { "a token for a@b.c", new() { Accounts = [new("a@b.c", "x") { Token = "" }] } },
        { "empty one-time password for a@b.c", new() { Accounts = [new("a@b.c", "x") { OneTimePassword = "" }] } },
        { "Authentication is null", new() { Authentication = null! } },
        { "Authentication is without any scheme", new() { Authentication = new() { Schemes = EmulatorAuthenticationSchemes.None } } },
        { "without a known algorithm", new() { Authentication = new() { DigestAlgorithms = [] } } },
        { "a nonce life time of 00:00:00", new() { Authentication = new() { NonceLifetime = TimeSpan.Zero } } },
        { "a session life time of 00:00:00", new() { Authentication = new() { SessionLifetime = TimeSpan.Zero } } },
        { "a session life time of 10675199", new() { Authentication = new() { SessionLifetime = TimeSpan.MaxValue } } },
        { "RateLimits is a limit of 0", new() { RateLimits = new() { Put = 0 } } },
        { "RateLimits is a window of 00:00:00", new() { RateLimits = new() { Window = TimeSpan.Zero } } },
        { "Storage is null", new() { Storage = null! } },
        { "Storage is 0 hosts", new() { Storage = new() { HostsPerType = 0 } } },
        { "Storage is 1001 hosts", new() { Storage = new() { HostsPerType = 1001 } } },
        { "Storage is a capacity of 0", new() { Storage = new() { HostCapacity = 0 } } },
        { "Storage is a capacity of -1", new() { Storage = new() { HostCapacityByType = new Dictionary<string, long> { ["nvme"] = -1 } } } },
        { "Storage is a capacity for tape", new() { Storage = new() { HostCapacityByType = new Dictionary<string, long> { ["tape"] = 1 } } } },
        { "Compute is null", new() { Compute = null! } },
        { "Compute is 0 hosts", new() { Compute = new() { HostsPerType = 0 } } },
        { "Compute is a host with 0 MHz", new() { Compute = new() { HostCpu = 0 } } },
        { "Compute is a host with -1 bytes", new() { Compute = new() { HostMem = -1 } } },
        { "Compute is a share of 1.5", new() { Compute = new() { IgnoreShutdown = 1.5 } } },
        { "Compute is a share of NaN", new() { Compute = new() { IgnoreShutdown = double.NaN } } },
        { "Location is null", new() { Location = null! } },
        { "Location is -1 addresses", new() { Location = new() { Addresses = -1 } } },
        { "Location is 1001 addresses or VLANs", new() { Location = new() { Vlans = 1001 } } },
        { "Location is a null where values belong", new() { Location = new() { Hosts = null! } } },
        { "Location is the storage type tape", new() { Location = new() { StorageTypes = new Dictionary<string, EmulatorStorageLimits> { ["tape"] = new() } } } },
        { "Location is the default storage type ssd", new() { Location = new() { DefaultStorageType = "ssd" } } },
        { "Location is 5 to 4 as size of ssd", new() { Location = new() { DefaultStorageType = "ssd", StorageTypes = new Dictionary<string, EmulatorStorageLimits> { ["ssd"] = new() { Size = new(5, 4) } } } } },
        { "Location is 0 as base_iops of ssd", new() { Location = new() { DefaultStorageType = "ssd", StorageTypes = new Dictionary<string, EmulatorStorageLimits> { ["ssd"] = new() { BaseIops = 0 } } } } },
        { "Location is 0 to 4 as smp of amd", new() { Location = new() { Hosts = new Dictionary<string, EmulatorHostLimits> { ["amd"] = new() { Smp = new(0, 4) } } } } },
        { "Location is the default processor type arm", new() { Location = new() { DefaultCpuType = "arm" } } },
        { "Location is the hypervisor xen", new() { Location = new() { Hypervisors = new Dictionary<string, IReadOnlyList<string>> { ["xen"] = ["amd"] } } } },
        { "Location is the hypervisor kvm on the processor type vmware", new() { Location = new() { Hypervisors = new Dictionary<string, IReadOnlyList<string>> { ["kvm"] = ["vmware"] } } } },
        { "Location is 0 of the GPU a", new() { Location = new() { Gpus = new Dictionary<string, EmulatorGpu> { ["a"] = new() { Count = 0 } } } } },
        { "Location is a GPU a that no server can have", new() { Location = new() { Gpus = new Dictionary<string, EmulatorGpu> { ["a"] = new() { Mem = 0 } } } } },
        { "Location is an EPC that no server can have", new() { Location = new() { Epc = new() { MaxPerHost = 0 } } } },
        { "Location is the library image Plan 9", new() { Location = new() { Library = ["Plan 9"] } } },
        { "user@example.com twice", new() { Location = new() { Accounts = [EmulatorAccount.WellKnown] } } },
    };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public async Task A_bad_switch_is_named_with_what_would_be_right(string expected, CloudSigmaEmulatorOptions options)
    {
        var problem = await Assert.ThrowsAsync<ArgumentException>(() => CloudSigmaEmulator.StartAsync(options));
        Assert.Contains(expected, problem.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("It has to be", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        await using var cloud = await CloudSigmaEmulator.StartAsync();
        var port = cloud.Endpoint.Port;
        var problem = await Assert.ThrowsAsync<IOException>(() => CloudSigmaEmulator.StartAsync(new() { Port = port }));
        Assert.StartsWith($"Port {port} on 127.0.0.1 is in use.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_default_cloud_is_on_this_machine_and_has_the_well_known_account()
    {
        await using var cloud = await CloudSigmaEmulator.StartAsync();
        Assert.Equal("127.0.0.1", cloud.Endpoint.Host);
        Assert.Equal("/api/2.0/", cloud.Endpoint.AbsolutePath);
        Assert.Equal("user@example.com", Assert.Single(cloud.Accounts).Email);
        Assert.DoesNotContain("secret", cloud.Accounts[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_twice_is_harmless()
    {
        var cloud = await CloudSigmaEmulator.StartAsync();
        await cloud.DisposeAsync();
        await cloud.DisposeAsync();
        using var client = EmulatorTest.NewClient(cloud, cloud.Accounts[0]);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("drives/"));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_uuids_and_addresses()
    {
        Assert.Equal(await RunAsync(7, extra: false), await RunAsync(7, extra: true));
        Assert.NotEqual(await RunAsync(7, extra: false), await RunAsync(8, extra: false));
    }

    [Theory]
    [InlineData(1, 1.9, "creating")]
    [InlineData(4, 0.4, "creating")]
    [InlineData(4, 0.5, "unmounted")]
    [InlineData(0.5, 3.9, "creating")]
    [InlineData(0.5, 4, "unmounted")]
    public async Task Speed_shortens_everything(double speed, double seconds, string status)
    {
        var clock = new ManualTimeProvider();
        await using var cloud = await CloudSigmaEmulator.StartAsync(new() { TimeProvider = clock, Speed = speed });
        using var client = EmulatorTest.NewClient(cloud, cloud.Accounts[0]);
        await EmulatorTest.SendAsync(client, "POST", "drives/", """{"name":"a","media":"disk","size":1073741824}""");
        clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(status, (string?)(await EmulatorTest.SendAsync(client, "GET", "drives/")).First["status"]);
    }

    private static async Task<string> RunAsync(int seed, bool extra)
    {
        await using var cloud = await CloudSigmaEmulator.StartAsync(new() { Seed = seed, TimeProvider = new ManualTimeProvider() });
        using var client = EmulatorTest.NewClient(cloud, cloud.Accounts[0]);
        if (extra) await EmulatorTest.SendAsync(client, "GET", "drives/");
        await EmulatorTest.SendAsync(client, "POST", "drives/", """{"name":"a","media":"disk","size":1073741824}""");
        await EmulatorTest.SendAsync(client, "POST", "servers/", """{"name":"a","cpu":1000,"mem":1073741824,"vnc_password":"x","nics":[{}]}""");
        var drives = await EmulatorTest.SendAsync(client, "GET", "drives/detail/");
        var servers = await EmulatorTest.SendAsync(client, "GET", "servers/detail/");
        return JsonNode.Parse(drives.Text)!.ToJsonString() + servers.Text;
    }
}
