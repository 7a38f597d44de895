using System.Text.Json;

namespace CloudSigma.Sdk.Tests.Servers;

public class ServerChecksTests
{
    private static readonly Capabilities Offer = Read(
        """
        {"hosts": {"amd": {"cpu": {"min": 250, "max": 96000}, "cpu_per_smp": {"min": 1000, "max": 2893}, "mem": {"min": 268435456, "max": 558345748480}, "smp": {"min": 1, "max": 32}},
          "intel": {"cpu": {"min": 250, "max": 96000}, "cpu_per_smp": {"min": 1000, "max": 3000}, "mem": {"min": 268435456.0, "max": 1073741824}, "smp": {"min": 1, "max": 4}}},
         "hypervisors": {"kvm": ["intel", "amd"], "solaris-kz": ["sparc_t4"]},
         "gpus": {"nvidia_a100": {}, "nvidia_a6000": {}}, "epc": {"epc_mem_ratio": 0.5, "max_per_host": 68719476736}}
        """);

    private static readonly NewServer Good = new() { Name = "s", Cpu = 2000, Memory = ByteSize.GiB(1), VncPassword = "secret12" };

    public static TheoryData<string, string, NewServer> Servers => new()
    {
        { "", "", Good },
        { "", "", Good with { Cpu = 2893 } },
        { "", "", Good with { Cpu = 3000, CpuType = CpuType.Intel } },
        { "", "", Good with { Cpu = 2000, Smp = 2, Gpus = [new ServerGpu { Model = "nvidia_a100" }], Epcs = [new ServerEpc { Size = ByteSize.GiB(64) }] } },
        { "cpu", "1000 to 2893", Good with { Cpu = 3000 } },
        { "cpu", "from 2000 to 5786 in all", Good with { Cpu = 1999, Smp = 2 } },
        { "mem", "268435456 to 558345748480", Good with { Memory = ByteSize.MiB(255) } },
        { "mem", "268435456 to 1073741824 on intel", Good with { Memory = ByteSize.GiB(2), CpuType = CpuType.Intel } },
        { "smp", "1 to 4 on intel", Good with { Smp = 5, Cpu = 10000, CpuType = CpuType.Intel } },
        { "cpu_type", "amd, intel", Good with { CpuType = CpuType.SparcT4, Hypervisor = Hypervisor.SolarisKernelZones } },
        { "hypervisor", "sparc_t4", Good with { Hypervisor = Hypervisor.SolarisKernelZones } },
        { "hypervisor", "kvm, solaris-kz", Good with { Hypervisor = new Hypervisor("xen") } },
        { "gpus", "nvidia_a100, nvidia_a6000", Good with { Gpus = [new ServerGpu { Model = "nvidia_h100" }, new ServerGpu { Model = "nvidia_h100" }] } },
        { "epcs", "68719476736", Good with { Epcs = [new ServerEpc { Size = ByteSize.GiB(60) }, new ServerEpc { Size = ByteSize.GiB(5) }] } },
    };

    [Theory]
    [MemberData(nameof(Servers))]
    public void A_definition_is_compared_with_the_limits(string member, string limit, NewServer server)
    {
        var problems = ServerChecks.Find(server, Offer);

        Assert.Equal(member.Length == 0 ? [] : [member], problems.Select(static p => p.Member));
        Assert.All(problems, p => Assert.Contains(limit, p.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void All_problems_are_found_at_once() => Assert.Equal(
        ["cpu", "mem", "smp", "cpu", "gpus"],
        ServerChecks.Find(Good with { Cpu = 1, Memory = new ByteSize(1), Smp = 33, Gpus = [new ServerGpu { Model = "x" }] }, Offer).Select(static p => p.Member));

    [Fact]
    public void The_clock_has_limits_in_all_and_for_each_virtual_cpu() => Assert.Equal(
        ["249 MHz are not within 250 to 96000 on amd.", "249 MHz for 1 virtual CPUs are 249 MHz each. On amd it has to be from 1000 to 2893, so from 1000 to 2893 in all."],
        ServerChecks.Find(Good with { Cpu = 249 }, Offer).Select(static p => p.Message));

    [Fact]
    public void What_a_location_does_not_mention_is_no_limit_but_also_no_offer()
    {
        var nothing = Read("{}");

        Assert.Empty(ServerChecks.Find(Good with { Cpu = 1, Smp = 99, Hypervisor = new Hypervisor("xen") }, nothing));
        Assert.Empty(ServerChecks.Find(Good with { Cpu = 1 }, Read("""{"hosts": {"amd": {}}}""")));
        Assert.Empty(ServerChecks.Find(Good with { Epcs = [new ServerEpc { Size = ByteSize.GiB(1) }] }, Read("""{"epc": {"max_per_host": "?"}}""")));
        Assert.Equal(["gpus", "epcs"], ServerChecks.Find(Good with { Gpus = [new ServerGpu { Model = "x" }], Epcs = [new ServerEpc { Size = ByteSize.GiB(1) }] }, nothing).Select(static p => p.Member));
    }

    private static Capabilities Read(string json) => JsonSerializer.Deserialize(json, SdkJson.Context.Capabilities)!;
}
