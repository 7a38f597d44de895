// The description of a location in a file.
using CloudSigma.Emulator.Tests.Support;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Emulator.Tests;

public sealed class LocationFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Every_member_can_be_given()
    {
        await File.WriteAllTextAsync(_path, """
            {
                // What is left out has its default.
                "storage_types": {"nvme": {"size": {"min": 1, "max": 100}, "base_iops": 7}},
                "default_storage_type": "nvme",
                "hosts": {"intel": {"smp": {"min": 1, "max": 4}}},
                "default_cpu_type": "intel",
                "hypervisors": {"kvm": ["intel"]},
                "gpus": {"nvidia_a100": {"count": 2, "cpu": 1000}},
                "epc": {"max_per_host": 10, "epc_mem_ratio": 0.25},
                "library": ["Debian 12"],
                "addresses": 1,
                "addresses_v6": 2,
                "vlans": 3,
                "accounts": [{"email": "second@example.com", "password": "hush", "token": "t", "balance": 12.5, "backfilling": true}],
            }
            """);
        var location = EmulatorLocation.FromFile(_path);
        Assert.Equal(new EmulatorRange(1, 100), location.StorageTypes["nvme"].Size);
        Assert.Equal((7, new EmulatorRange(1, 60000)), (location.StorageTypes["nvme"].BaseIops, location.StorageTypes["nvme"].Iops));
        Assert.Equal(("nvme", "intel"), (location.DefaultStorageType, location.DefaultCpuType));
        Assert.Equal(new EmulatorHostLimits { Smp = new(1, 4) }, location.Hosts["intel"]);
        Assert.Equal(["intel"], location.Hypervisors["kvm"]);
        Assert.Equal(new EmulatorGpu { Count = 2, Cpu = 1000 }, location.Gpus["nvidia_a100"]);
        Assert.Equal(new EmulatorEpc { MaxPerHost = 10, EpcMemRatio = 0.25m }, location.Epc);
        Assert.Equal(["Debian 12"], location.Library);
        Assert.Equal((1, 2, 3), (location.Addresses, location.AddressesV6, location.Vlans));
        var account = Assert.Single(location.Accounts);
        Assert.Equal(("second@example.com", "hush", "t", 12.5m, true), (account.Email, account.Password, account.Token, account.Balance, account.Backfilling));
        await using var cloud = await CloudSigmaEmulator.StartAsync(new() { Location = location });
        Assert.Equal(2, cloud.Accounts.Count);
    }

    [Fact]
    public async Task The_example_of_the_page_is_a_location()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Find(), "docs", "emulator.md"));
        var fence = page.IndexOf("```json\n", StringComparison.Ordinal) + 8;
        await File.WriteAllTextAsync(_path, page[fence..page.IndexOf("```", fence, StringComparison.Ordinal)]);
        var location = EmulatorLocation.FromFile(_path);
        Assert.Equal(5, location.Addresses);
        await using var cloud = await CloudSigmaEmulator.StartAsync(new() { Location = location });
        Assert.Equal("second@example.com", cloud.Accounts[1].Email);
    }

    [Fact]
    public async Task An_empty_object_is_the_default()
    {
        await File.WriteAllTextAsync(_path, "{}");
        var location = EmulatorLocation.FromFile(_path);
        Assert.Equal((3, 1, 2, "dssd"), (location.Addresses, location.AddressesV6, location.Vlans, location.DefaultStorageType));
    }

    [Theory]
    [InlineData("""{"addresses": 1, "adresses_v6": 2}""", "\"adresses_v6\"")]
    [InlineData("""{"addresses": "many"}""", "\"addresses\"")]
    [InlineData("""{"vlans": null}""", "\"vlans\"")]
    [InlineData("""{"hosts": {"amd": {"smp": {"min": 1}}}}""", "\"hosts.amd.smp\"")]
    [InlineData("""{"hosts": {"amd": {"cores": 4}}}""", "\"hosts.amd.cores\"")]
    [InlineData("""{"accounts": [{"email": "a@b.c"}]}""", "\"accounts[0]\"")]
    [InlineData("""{"default_cpu_type": null}""", "\"default_cpu_type\"")]
    [InlineData("[]", "is not a JSON object")]
    [InlineData("hello", "is not a JSON object")]
    [InlineData("null", "is null")]
    public async Task What_is_wrong_is_named(string text, string expected)
    {
        await File.WriteAllTextAsync(_path, text);
        var problem = Assert.Throws<ArgumentException>(() => EmulatorLocation.FromFile(_path));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith($"The location {_path} ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("nowhere.json", Assert.ThrowsAny<IOException>(static () => EmulatorLocation.FromFile("nowhere.json")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_command_line_reads_it()
    {
        await File.WriteAllTextAsync(_path, """{"addresses": 1, "accounts": [{"email": "second@example.com", "password": "hush"}]}""");
        using var process = CommandLineTests.Start("emulator", "--port", "0", "--location", _path);
        try
        {
            var endpoint = new Uri((await process.StandardOutput.ReadLineAsync())!.Split(' ')[1]);
            Assert.Equal("account user@example.com secret", await process.StandardOutput.ReadLineAsync());
            Assert.Equal("account second@example.com (as given)", await process.StandardOutput.ReadLineAsync());
            using var client = EmulatorTest.NewClient(endpoint, new EmulatorAccount("second@example.com", "hush"));
            Assert.Equal(2, (await EmulatorTest.SendAsync(client, "GET", "ips/")).Is(200).Objects.Count);
        }
        finally
        {
            process.Kill();
        }
    }
}
