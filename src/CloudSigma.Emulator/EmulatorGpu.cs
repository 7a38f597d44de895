// One model of GPU that the location offers.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator;

/// <summary>A model of GPU: how many there are, and the largest server that may have one.</summary>
public sealed record EmulatorGpu
{
    /// <summary>How many there are for all accounts, from 1 to 10,000. The default is 4. A server takes its own when it starts.</summary>
    public int Count { get; init; } = 4;

    /// <summary>The largest clock of a server with such a GPU, in MHz. The default is 96000.</summary>
    public long Cpu { get; init; } = 96000;

    /// <summary>The largest memory of a server with such a GPU, in bytes. The default is 520 GiB.</summary>
    public long Mem { get; init; } = 520L << 30;

    /// <summary>The largest number of units of a server with such a GPU. The default is 32.</summary>
    public long Smp { get; init; } = 32;

    // The API does not document the inner names; these are a choice.
    internal JsonObject ToJson() => new() { ["cpu"] = Cpu, ["mem"] = Mem, ["smp"] = Smp };
}
