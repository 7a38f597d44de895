// The SGX enclaves that the location offers.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator;

/// <summary>The enclave page cache (EPC) for SGX.</summary>
public sealed record EmulatorEpc
{
    /// <summary>How many bytes of EPC a server may have; at least 1. The default is 64 GiB.</summary>
    public long MaxPerHost { get; init; } = 64L << 30;

    /// <summary>How many bytes of memory a server needs for each byte of EPC before it starts; not negative. The default is 0.5.</summary>
    public decimal EpcMemRatio { get; init; } = 0.5m;

    internal JsonObject ToJson() => new() { ["epc_mem_ratio"] = EpcMemRatio, ["max_per_host"] = MaxPerHost };
}
