// What a drive may have on one storage type.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator;

/// <summary>What a drive may have on one storage type.</summary>
public sealed record EmulatorStorageLimits
{
    /// <summary>The size of a drive in bytes. The default is from 512 MiB to 14000 GiB.</summary>
    public EmulatorRange Size { get; init; } = new(512L << 20, 14000L << 30);

    /// <summary>The limit of operations in a second. The default is from 1 to 60000.</summary>
    public EmulatorRange Iops { get; init; } = new(1, 60000);

    /// <summary>The operations in a second of a drive that has no limit of its own. The default is 30000.</summary>
    public long BaseIops { get; init; } = 30000;

    internal JsonObject ToJson() => new()
    {
        ["iops"] = new JsonObject { ["base"] = BaseIops, ["max"] = Iops.Max, ["min"] = Iops.Min },
        ["max_size"] = Size.Max,
        ["min_size"] = Size.Min,
        ["size"] = Size.ToJson(),
    };
}
