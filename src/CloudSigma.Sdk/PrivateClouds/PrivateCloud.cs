// A private cloud: hosts of one account.
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A virtual private cloud (VPC): servers in it run on hosts of their own. It is bought as a subscription.</summary>
[Experimental(ExperimentalFeatures.PrivateClouds)]
public sealed record PrivateCloud : ApiModel
{
    /// <summary>Uuid of the private cloud. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Label of the private cloud.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>Free text.</summary>
    /// <value>Null when there is none.</value>
    [JsonIgnore]
    public string? Description { get => _description.Value; init => _description = new(value); }
    [JsonInclude, JsonPropertyName("description")] internal Member<string> _description;

    /// <summary>State of the private cloud. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public PrivateCloudStatus Status { get => _status.Value; init => _status = new(value); }
    [JsonInclude, JsonPropertyName("status")] internal Member<PrivateCloudStatus> _status;

    /// <summary>Uuid of its <see cref="HostAllocationPool"/>, for <see cref="NewServer.AllocationPool"/> of servers that are to run in it. Read only: ignored by an update.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public string? AllocationPool { get => _allocationPool.Value; init => _allocationPool = new(value); }
    [JsonInclude, JsonPropertyName("allocation_pool")] internal Member<string> _allocationPool;

    /// <summary>Its nodes. An update replaces all of them; an empty list removes all.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Nodes { get => _nodes.Or([]); init => _nodes = new(value); }
    [JsonInclude, JsonPropertyName("nodes")] internal Member<IReadOnlyList<ResourceReference>> _nodes;

    /// <summary>Servers that run in it. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Servers { get => _servers.Or([]); init => _servers = new(value); }
    [JsonInclude, JsonPropertyName("servers")] internal Member<IReadOnlyList<ResourceReference>> _servers;

    /// <summary>Tags of the private cloud, by which it can be shared. An update replaces all of them.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Tags { get => _tags.Or([]); init => _tags = new(value); }
    [JsonInclude, JsonPropertyName("tags")] internal Member<IReadOnlyList<ResourceReference>> _tags;

    /// <summary>The user that owns the private cloud. Read only: ignored by an update.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public ResourceReference? Owner { get => _owner.Value; init => _owner = new(value); }
    [JsonInclude, JsonPropertyName("owner")] internal Member<ResourceReference> _owner;
}
