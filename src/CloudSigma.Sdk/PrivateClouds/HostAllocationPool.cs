// A pool of hosts, and how far its CPUs are shared.
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The pool of hosts of a <see cref="PrivateCloud"/>.</summary>
[Experimental(ExperimentalFeatures.PrivateClouds)]
public sealed record HostAllocationPool : ApiModel
{
    /// <summary>Uuid of the pool, the same as <see cref="PrivateCloud.AllocationPool"/>. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Label of the pool.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>Free text.</summary>
    /// <value>Null when there is none.</value>
    [JsonIgnore]
    public string? Description { get => _description.Value; init => _description = new(value); }
    [JsonInclude, JsonPropertyName("description")] internal Member<string> _description;

    /// <summary>How much CPU is given out per CPU of the hosts. The server rounds it to three digits.</summary>
    [JsonIgnore]
    public decimal CpuAllocation { get => _cpuAllocation.Value; init => _cpuAllocation = new(value); }
    [JsonInclude, JsonPropertyName("cpu_alloc")] internal Member<decimal> _cpuAllocation;

    /// <summary>How much CPU is given out per CPU of the hosts when nothing else is left. The server rounds it to three digits.</summary>
    [JsonIgnore]
    public decimal CpuAllocationLastResort { get => _cpuAllocationLastResort.Value; init => _cpuAllocationLastResort = new(value); }
    [JsonInclude, JsonPropertyName("cpu_alloc_last_resort")] internal Member<decimal> _cpuAllocationLastResort;
}
