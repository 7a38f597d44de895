// How many remote snapshots there may be.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>Limits of remote snapshots of the account.</summary>
public sealed record RemoteSnapshotLimits : ApiModel
{
    /// <summary>How many there are.</summary>
    [JsonIgnore]
    public int Current { get => _current.Value; init => _current = new(value); }
    [JsonInclude, JsonPropertyName("current")] internal Member<int> _current;

    /// <summary>How many there may be.</summary>
    [JsonIgnore]
    public int Max { get => _max.Value; init => _max = new(value); }
    [JsonInclude, JsonPropertyName("max")] internal Member<int> _max;

    /// <summary>Codes of the locations that can store them.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> RemoteLocations { get => _remoteLocations.Or([]); init => _remoteLocations = new(value); }
    [JsonInclude, JsonPropertyName("remote_locations")] internal Member<IReadOnlyList<string>> _remoteLocations;
}
