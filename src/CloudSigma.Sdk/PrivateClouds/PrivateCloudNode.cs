// A host of a private cloud.
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A host that belongs to one account and can be put into a <see cref="PrivateCloud"/>. It is bought as a subscription.</summary>
[Experimental(ExperimentalFeatures.PrivateClouds)]
public sealed record PrivateCloudNode : ApiModel
{
    /// <summary>Uuid of the node.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>The private cloud of the node.</summary>
    /// <value>Null when it is in none.</value>
    [JsonIgnore]
    public ResourceReference? PrivateCloud { get => _privateCloud.Value; init => _privateCloud = new(value); }
    [JsonInclude, JsonPropertyName("vpc")] internal Member<ResourceReference> _privateCloud;

    /// <summary>State of the node.</summary>
    [JsonIgnore]
    public PrivateCloudStatus Status { get => _status.Value; init => _status = new(value); }
    [JsonInclude, JsonPropertyName("status")] internal Member<PrivateCloudStatus> _status;
}
