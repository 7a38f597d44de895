// A smallest and a largest value.
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CloudSigma.Emulator;

/// <summary>A smallest and a largest value, both allowed.</summary>
/// <param name="Min">The smallest value.</param>
/// <param name="Max">The largest value.</param>
[method: JsonConstructor]
public readonly record struct EmulatorRange(long Min, long Max)
{
    internal bool Holds(long value) => value >= Min && value <= Max;

    internal JsonObject ToJson() => new() { ["max"] = Max, ["min"] = Min };
}
