// The numbers of a server against what the location offers.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;

namespace CloudSigma.Emulator.Resources.Servers;

internal sealed class ServerLimits(EmulatorLocation location, JsonObject values, JsonObject stored)
{
    /// <summary>Checks a server: the values that a request names, over the values stored.</summary>
    public void Check()
    {
        var (hypervisor, cpuType) = (Text("hypervisor"), Text("cpu_type"));
        if (!location.Hypervisors.TryGetValue(hypervisor, out var types))
            throw ApiException.Validation($"The hypervisor {hypervisor} is not offered here", "hypervisor");
        if (!types.Contains(cpuType))
            throw ApiException.Validation($"The processor type {cpuType} is not offered with {hypervisor} here", "cpu_type");

        var limits = location.Hosts[cpuType];
        var (cpu, smp, mem) = (Number("cpu"), Number("smp"), Number("mem"));
        Check(limits.Cpu, cpu, "cpu");
        Check(limits.Mem, mem, "mem");
        Check(limits.Smp, smp, "smp");
        if (cpu < limits.CpuPerSmp.Min * smp || cpu > limits.CpuPerSmp.Max * smp)
        {
            throw ApiException.Validation(
                $"{cpu} MHz for {smp} units is outside {limits.CpuPerSmp.Min}..{limits.CpuPerSmp.Max} MHz per unit", "cpu");
        }

        foreach (var gpu in Entries("gpus")) CheckGpu(gpu["model"]!.GetValue<string>(), cpu, mem, smp);
        CheckEpcs();
    }

    private void CheckGpu(string model, long cpu, long mem, long smp)
    {
        if (!location.Gpus.TryGetValue(model, out var gpu))
            throw ApiException.Validation($"The GPU {model} is not offered here", "gpus.model");
        foreach (var (member, value, largest) in ((string, long, long)[])[("cpu", cpu, gpu.Cpu), ("mem", mem, gpu.Mem), ("smp", smp, gpu.Smp)])
        {
            if (value > largest) throw ApiException.Validation($"A server with the GPU {model} has at most {largest}, not {value}", member);
        }
    }

    private void CheckEpcs()
    {
        var room = location.Epc?.MaxPerHost ?? 0;
        foreach (var epc in Entries("epcs"))
        {
            if (location.Epc is null) throw ApiException.Validation("SGX enclaves are not offered here", "epcs");
            var size = epc["size"]!.GetValue<long>();
            if (size < 1 || size > room)
                throw ApiException.Validation($"{size} is not a size of an EPC; all of a server together have from 1 to {location.Epc.MaxPerHost}", "epcs.size");
            room -= size;
        }
    }

    private static void Check(EmulatorRange range, long value, string member)
    {
        if (!range.Holds(value)) throw ApiException.Validation($"{value} is outside {range.Min}..{range.Max}", member);
    }

    private string Text(string member) => (values[member] ?? stored[member])!.GetValue<string>();

    private long Number(string member) => (values[member] ?? stored[member])!.GetValue<long>();

    private IEnumerable<JsonNode> Entries(string member) => ((values[member] ?? stored[member]) as JsonArray ?? []).OfType<JsonNode>();
}
