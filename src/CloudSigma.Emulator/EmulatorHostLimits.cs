// What a server may have on hosts of one processor type.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator;

/// <summary>What a server may have on hosts of one processor type.</summary>
public sealed record EmulatorHostLimits
{
    /// <summary>The clock of all units together in MHz. The default is from 250 to 96000.</summary>
    public EmulatorRange Cpu { get; init; } = new(250, 96000);

    /// <summary>The clock of one unit in MHz. The default is from 1000 to 3000.</summary>
    public EmulatorRange CpuPerSmp { get; init; } = new(1000, 3000);

    /// <summary>The memory in bytes. The default is from 256 MiB to 520 GiB.</summary>
    public EmulatorRange Mem { get; init; } = new(256L << 20, 520L << 30);

    /// <summary>The number of units. The default is from 1 to 32.</summary>
    public EmulatorRange Smp { get; init; } = new(1, 32);

    internal JsonObject ToJson() => new()
    {
        ["cpu"] = Cpu.ToJson(),
        ["cpu_per_smp"] = CpuPerSmp.ToJson(),
        ["mem"] = Mem.ToJson(),
        ["smp"] = Smp.ToJson(),
    };
}
