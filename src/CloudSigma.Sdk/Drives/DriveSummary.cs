// A drive as the brief list gives it.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The brief form of a drive, or the members chosen with <see cref="DriveFilter.Fields"/>.</summary>
/// <remarks>Other members that were chosen are in <see cref="ApiModel.AdditionalMembers"/>.</remarks>
public sealed record DriveSummary : ApiModel
{
    /// <summary>Uuid of the drive.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>State of the drive.</summary>
    [JsonIgnore]
    public DriveStatus Status { get => _status.Value; init => _status = new(value); }
    [JsonInclude, JsonPropertyName("status")] internal Member<DriveStatus> _status;

    /// <summary>The user that owns the drive.</summary>
    [JsonIgnore]
    public ResourceReference? Owner { get => _owner.Value; init => _owner = new(value); }
    [JsonInclude, JsonPropertyName("owner")] internal Member<ResourceReference> _owner;

    /// <summary>Address of the drive.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;
}
