// How a clone is to differ from its source.
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <summary>How the clone of a drive differs from its source. Everything is optional.</summary>
public sealed record CloneDriveOptions
{
    /// <value>Label of the clone; null lets the clone naming of the profile choose (guide 13).</value>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <value>Size in bytes, at least that of the source; null for the same size.</value>
    [JsonPropertyName("size")]
    public ByteSize? Size { get; init; }

    /// <value>Disk or CD-ROM; null for the same.</value>
    [JsonPropertyName("media")]
    public DriveMedia? Media { get; init; }

    /// <value>The storage; null for the same.</value>
    [JsonPropertyName("storage_type")]
    public StorageType? StorageType { get; init; }

    /// <value>Placement affinities; null for the same.</value>
    [JsonPropertyName("affinities")]
    public IReadOnlyList<string>? Affinities { get; init; }

    /// <value>Drives or servers on whose storage hosts the clone should not lie, the most important first; best effort, and much slower (guide 14).</value>
    [JsonIgnore]
    public IReadOnlyList<Guid>? Avoid { get; init; }
}
