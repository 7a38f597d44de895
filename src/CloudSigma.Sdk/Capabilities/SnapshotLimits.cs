// How many snapshots there may be.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>Limits of local snapshots of the account.</summary>
public sealed record SnapshotLimits : ApiModel
{
    /// <summary>How many there are.</summary>
    [JsonIgnore]
    public int Current { get => _current.Value; init => _current = new(value); }
    [JsonInclude, JsonPropertyName("current")] internal Member<int> _current;

    /// <summary>How many there may be.</summary>
    [JsonIgnore]
    public int Max { get => _max.Value; init => _max = new(value); }
    [JsonInclude, JsonPropertyName("max")] internal Member<int> _max;

    /// <summary>How many one drive may have.</summary>
    [JsonIgnore]
    public int MaxPerDrive { get => _maxPerDrive.Value; init => _maxPerDrive = new(value); }
    [JsonInclude, JsonPropertyName("max_per_drive")] internal Member<int> _maxPerDrive;
}
