// What a drive may have on one storage type.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Resources.Capabilities;

internal sealed record StorageLimits(ValueRange Size, ValueRange Iops, long BaseIops)
{
    public JsonObject ToJson() => new()
    {
        ["iops"] = new JsonObject { ["base"] = BaseIops, ["max"] = Iops.Max, ["min"] = Iops.Min },
        ["max_size"] = Size.Max,
        ["min_size"] = Size.Min,
        ["size"] = Size.ToJson(),
    };
}
