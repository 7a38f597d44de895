// What a server may have on hosts of one processor type.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Resources.Capabilities;

internal sealed record HostLimits(ValueRange Cpu, ValueRange CpuPerSmp, ValueRange Mem, ValueRange Smp)
{
    public JsonObject ToJson() => new()
    {
        ["cpu"] = Cpu.ToJson(),
        ["cpu_per_smp"] = CpuPerSmp.ToJson(),
        ["mem"] = Mem.ToJson(),
        ["smp"] = Smp.ToJson(),
    };
}
