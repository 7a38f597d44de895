// How a drive that is made of a snapshot is to differ from the one of which the snapshot is.
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <summary>How the drive that a local or remote snapshot is restored to differs from the drive of the snapshot. Everything is optional.</summary>
public sealed record CloneSnapshotOptions
{
    /// <value>Label of the new drive; null lets the server choose.</value>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <value>Disk or CD-ROM; null for the same.</value>
    [JsonPropertyName("media")]
    public DriveMedia? Media { get; init; }

    /// <value>Placement affinities; null for the same.</value>
    [JsonPropertyName("affinities")]
    public IReadOnlyList<string>? Affinities { get; init; }

    /// <value>Drives or servers on whose storage hosts the new drive should not lie, the most important first; best effort, and much slower (guide 14).</value>
    [JsonIgnore]
    public IReadOnlyList<Guid>? Avoid { get; init; }
}
