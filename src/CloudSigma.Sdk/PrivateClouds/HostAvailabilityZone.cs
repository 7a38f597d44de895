// A zone of hosts.
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A zone of hosts of the location.</summary>
[Experimental(ExperimentalFeatures.PrivateClouds)]
public sealed record HostAvailabilityZone : ApiModel
{
    /// <summary>Uuid of the zone; as text it can be the <see cref="NewServer.AllocationPool"/> of servers that are to run in it.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Label of the zone.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;
}
