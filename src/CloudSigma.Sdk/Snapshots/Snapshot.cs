// A snapshot with all its members; both lists and single reads give the same.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A snapshot of a drive, stored beside it; it goes with its drive (guide 23).</summary>
public sealed record Snapshot : ApiModel
{
    /// <summary>Uuid of the snapshot. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Label of the snapshot.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>The drive of which it is a snapshot. Required.</summary>
    [JsonIgnore]
    public ResourceReference? Drive { get => _drive.Value; init => _drive = new(value); }
    [JsonInclude, JsonPropertyName("drive")] internal Member<ResourceReference> _drive;

    /// <summary>State of the snapshot. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public SnapshotStatus Status { get => _status.Value; init => _status = new(value); }
    [JsonInclude, JsonPropertyName("status")] internal Member<SnapshotStatus> _status;

    /// <summary>When the snapshot was made. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public DateTimeOffset Timestamp { get => _timestamp.Value; init => _timestamp = new(value); }
    [JsonInclude, JsonPropertyName("timestamp"), JsonConverter(typeof(BlankTimestampConverter))] internal Member<DateTimeOffset> _timestamp;

    /// <summary>Bytes that the snapshot takes: what has changed on the drive since.</summary>
    /// <value>Null while the snapshot is being made. Read only: ignored by an update.</value>
    [JsonIgnore]
    public ByteSize? AllocatedSize { get => _allocatedSize.Value; init => _allocatedSize = new(value); }
    [JsonInclude, JsonPropertyName("allocated_size")] internal Member<ByteSize?> _allocatedSize;

    /// <summary>Free keys and values of the user; keys of up to 32 characters. An update replaces all of it.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Meta { get => _meta.Or(EmptyMap.Instance); init => _meta = new(value); }
    [JsonInclude, JsonPropertyName("meta")] internal Member<IReadOnlyDictionary<string, string>> _meta;

    /// <summary>Tags of the snapshot. An update replaces all of them.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Tags { get => _tags.Or([]); init => _tags = new(value); }
    [JsonInclude, JsonPropertyName("tags")] internal Member<IReadOnlyList<ResourceReference>> _tags;

    /// <summary>The user that owns the snapshot. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public ResourceReference? Owner { get => _owner.Value; init => _owner = new(value); }
    [JsonInclude, JsonPropertyName("owner")] internal Member<ResourceReference> _owner;

    /// <summary>What the caller may do with a snapshot of somebody else; empty for own ones. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public IReadOnlyList<Permission> Permissions { get => _permissions.Or([]); init => _permissions = new(value); }
    [JsonInclude, JsonPropertyName("permissions")] internal Member<IReadOnlyList<Permission>> _permissions;

    /// <summary>Users to whom the owner has given rights. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public IReadOnlyList<Grantee> Grantees { get => _grantees.Or([]); init => _grantees = new(value); }
    [JsonInclude, JsonPropertyName("grantees")] internal Member<IReadOnlyList<Grantee>> _grantees;

    /// <summary>Address of the snapshot. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;
}
