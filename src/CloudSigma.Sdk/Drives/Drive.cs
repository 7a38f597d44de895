// A drive with all its members, as the detailed list and single reads give it.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A drive (guide 10).</summary>
public sealed record Drive : ApiModel
{
    /// <summary>Uuid of the drive. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Label of the drive. Required.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>Size in bytes. Required. It may only grow; the server may round it up.</summary>
    [JsonIgnore]
    public ByteSize Size { get => _size.Value; init => _size = new(value); }
    [JsonInclude, JsonPropertyName("size")] internal Member<ByteSize> _size;

    /// <summary>Disk or CD-ROM. Required.</summary>
    [JsonIgnore]
    public DriveMedia Media { get => _media.Value; init => _media = new(value); }
    [JsonInclude, JsonPropertyName("media")] internal Member<DriveMedia> _media;

    /// <summary>State of the drive. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public DriveStatus Status { get => _status.Value; init => _status = new(value); }
    [JsonInclude, JsonPropertyName("status")] internal Member<DriveStatus> _status;

    /// <summary>The storage that was asked for. It cannot change after creation.</summary>
    [JsonIgnore]
    public StorageType StorageType { get => _storageType.Value; init => _storageType = new(value); }
    [JsonInclude, JsonPropertyName("storage_type")] internal Member<StorageType> _storageType;

    /// <summary>Limit of I/O operations per second.</summary>
    /// <value>Null for the default of the storage type.</value>
    [JsonIgnore]
    public int? Iops { get => _iops.Value; init => _iops = new(value); }
    [JsonInclude, JsonPropertyName("iops")] internal Member<int?> _iops;

    /// <summary>Whether the disk may be attached to several servers at once.</summary>
    [JsonIgnore]
    public bool AllowMultimount { get => _allowMultimount.Value; init => _allowMultimount = new(value); }
    [JsonInclude, JsonPropertyName("allow_multimount")] internal Member<bool> _allowMultimount;

    /// <summary>Placement affinities.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Affinities { get => _affinities.Or([]); init => _affinities = new(value); }
    [JsonInclude, JsonPropertyName("affinities")] internal Member<IReadOnlyList<string>> _affinities;

    /// <summary>Free keys and values of the user; keys of up to 32 characters. An update replaces all of it.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Meta { get => _meta.Or(EmptyMap.Instance); init => _meta = new(value); }
    [JsonInclude, JsonPropertyName("meta")] internal Member<IReadOnlyDictionary<string, string>> _meta;

    /// <summary>Tags of the drive. An update replaces all of them.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Tags { get => _tags.Or([]); init => _tags = new(value); }
    [JsonInclude, JsonPropertyName("tags")] internal Member<IReadOnlyList<ResourceReference>> _tags;

    /// <summary>Servers that have the drive in their definition, running or not. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> MountedOn { get => _mountedOn.Or([]); init => _mountedOn = new(value); }
    [JsonInclude, JsonPropertyName("mounted_on")] internal Member<IReadOnlyList<ResourceReference>> _mountedOn;

    /// <summary>Local snapshots of the drive. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Snapshots { get => _snapshots.Or([]); init => _snapshots = new(value); }
    [JsonInclude, JsonPropertyName("snapshots")] internal Member<IReadOnlyList<ResourceReference>> _snapshots;

    /// <summary>Remote snapshots of the drive. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> RemoteSnapshots { get => _remoteSnapshots.Or([]); init => _remoteSnapshots = new(value); }
    [JsonInclude, JsonPropertyName("remote_snapshots")] internal Member<IReadOnlyList<ResourceReference>> _remoteSnapshots;

    /// <summary>The backup scheduler of the drive.</summary>
    /// <value>Null when it has none. Read only: ignored by an update.</value>
    [JsonIgnore]
    public ResourceReference? BackupScheduler { get => _backupScheduler.Value; init => _backupScheduler = new(value); }
    [JsonInclude, JsonPropertyName("backup_scheduler")] internal Member<ResourceReference> _backupScheduler;

    /// <summary>Jobs that concern the drive; finished ones leave after 3 days. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Jobs { get => _jobs.Or([]); init => _jobs = new(value); }
    [JsonInclude, JsonPropertyName("jobs")] internal Member<IReadOnlyList<ResourceReference>> _jobs;

    /// <summary>Licences of the drive; they cannot be edited.</summary>
    [JsonIgnore]
    public IReadOnlyList<DriveLicense> Licenses { get => _licenses.Or([]); init => _licenses = new(value); }
    [JsonInclude, JsonPropertyName("licenses")] internal Member<IReadOnlyList<DriveLicense>> _licenses;

    /// <summary>Facts about the stored drive. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public DriveRuntime? Runtime { get => _runtime.Value; init => _runtime = new(value); }
    [JsonInclude, JsonPropertyName("runtime")] internal Member<DriveRuntime> _runtime;

    /// <summary>The user that owns the drive.</summary>
    /// <value>Null for a library drive. Read only: ignored by an update.</value>
    [JsonIgnore]
    public ResourceReference? Owner { get => _owner.Value; init => _owner = new(value); }
    [JsonInclude, JsonPropertyName("owner")] internal Member<ResourceReference> _owner;

    /// <summary>What the caller may do with a drive of somebody else; empty for own ones. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public IReadOnlyList<Permission> Permissions { get => _permissions.Or([]); init => _permissions = new(value); }
    [JsonInclude, JsonPropertyName("permissions")] internal Member<IReadOnlyList<Permission>> _permissions;

    /// <summary>Users to whom the owner has given rights. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public IReadOnlyList<Grantee> Grantees { get => _grantees.Or([]); init => _grantees = new(value); }
    [JsonInclude, JsonPropertyName("grantees")] internal Member<IReadOnlyList<Grantee>> _grantees;

    /// <summary>Address of the drive. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;
}
