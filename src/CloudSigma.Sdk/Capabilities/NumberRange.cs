// From and to.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A range of numbers, both ends included.</summary>
public sealed record NumberRange : ApiModel
{
    /// <summary>Smallest.</summary>
    [JsonIgnore]
    public long Min { get => _min.Value; init => _min = new(value); }
    [JsonInclude, JsonPropertyName("min")] internal Member<long> _min;

    /// <summary>Largest.</summary>
    [JsonIgnore]
    public long Max { get => _max.Value; init => _max = new(value); }
    [JsonInclude, JsonPropertyName("max")] internal Member<long> _max;
}
