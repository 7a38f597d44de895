// A smallest and a largest value, as capabilities names them.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Resources.Capabilities;

internal readonly record struct ValueRange(long Min, long Max)
{
    public bool Holds(long value) => value >= Min && value <= Max;

    public JsonObject ToJson() => new() { ["max"] = Max, ["min"] = Min };
}
