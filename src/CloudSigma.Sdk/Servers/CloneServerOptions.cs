// How the clone of a server is to differ from its source.
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <summary>How the clone of a server differs from its source. Everything is optional.</summary>
public sealed record CloneServerOptions
{
    /// <value>Label of the clone; null lets the clone naming of the profile choose (guide 13).</value>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <value>Whether the clone gets a new password for its screen and its console; null or false for that of the source.</value>
    [JsonPropertyName("random_vnc_password")]
    public bool? RandomVncPassword { get; init; }

    /// <value>Drives or servers on whose storage hosts the disks of the clone should not lie, the most important first; best effort, and much slower (guide 14).</value>
    [JsonIgnore]
    public IReadOnlyList<Guid>? Avoid { get; init; }
}
