// Facts about a stored drive.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>Read-only facts about a stored drive.</summary>
public sealed record DriveRuntime : ApiModel
{
    /// <summary>Whether the image may be downloaded.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public bool? IsDownloadable { get => _isDownloadable.Value; init => _isDownloadable = new(value); }
    [JsonInclude, JsonPropertyName("is_downloadable")] internal Member<bool?> _isDownloadable;

    /// <summary>Whether the content is lost when the server stops.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public bool? IsEphemeral { get => _isEphemeral.Value; init => _isEphemeral = new(value); }
    [JsonInclude, JsonPropertyName("is_ephemeral")] internal Member<bool?> _isEphemeral;

    /// <summary>Whether snapshots are allowed.</summary>
    /// <value>Null while a clone is being made.</value>
    [JsonIgnore]
    public bool? IsSnapshotable { get => _isSnapshotable.Value; init => _isSnapshotable = new(value); }
    [JsonInclude, JsonPropertyName("is_snapshotable")] internal Member<bool?> _isSnapshotable;

    /// <summary>Bytes that all snapshots of the drive take.</summary>
    [JsonIgnore]
    public ByteSize SnapshotsAllocatedSize { get => _snapshotsAllocatedSize.Value; init => _snapshotsAllocatedSize = new(value); }
    [JsonInclude, JsonPropertyName("snapshots_allocated_size")] internal Member<ByteSize> _snapshotsAllocatedSize;

    /// <summary>The storage on which the drive really lives.</summary>
    [JsonIgnore]
    public StorageType StorageType { get => _storageType.Value; init => _storageType = new(value); }
    [JsonInclude, JsonPropertyName("storage_type")] internal Member<StorageType> _storageType;
}
