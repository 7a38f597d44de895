// Limits of I/O operations.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>Limits of I/O operations per second.</summary>
public sealed record IopsLimits : ApiModel
{
    /// <summary>Default.</summary>
    [JsonIgnore]
    public long Base { get => _base.Value; init => _base = new(value); }
    [JsonInclude, JsonPropertyName("base")] internal Member<long> _base;

    /// <summary>Smallest.</summary>
    [JsonIgnore]
    public long Min { get => _min.Value; init => _min = new(value); }
    [JsonInclude, JsonPropertyName("min")] internal Member<long> _min;

    /// <summary>Largest.</summary>
    [JsonIgnore]
    public long Max { get => _max.Value; init => _max = new(value); }
    [JsonInclude, JsonPropertyName("max")] internal Member<long> _max;
}
