// The drive of a remote snapshot as it was.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>What a drive was like when its remote snapshot was made.</summary>
public sealed record RemoteSnapshotDrive : ApiModel
{
    /// <summary>Disk or CD-ROM.</summary>
    [JsonIgnore]
    public DriveMedia Media { get => _media.Value; init => _media = new(value); }
    [JsonInclude, JsonPropertyName("media")] internal Member<DriveMedia> _media;

    /// <summary>Label of the drive.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>Size in bytes.</summary>
    [JsonIgnore]
    public ByteSize Size { get => _size.Value; init => _size = new(value); }
    [JsonInclude, JsonPropertyName("size")] internal Member<ByteSize> _size;

    /// <summary>Uuid of the drive.</summary>
    [JsonIgnore]
    public Guid SourceUuid { get => _sourceUuid.Value; init => _sourceUuid = new(value); }
    [JsonInclude, JsonPropertyName("src_uuid")] internal Member<Guid> _sourceUuid;

    /// <summary>The storage of the drive.</summary>
    [JsonIgnore]
    public StorageType StorageType { get => _storageType.Value; init => _storageType = new(value); }
    [JsonInclude, JsonPropertyName("storage_type")] internal Member<StorageType> _storageType;
}
