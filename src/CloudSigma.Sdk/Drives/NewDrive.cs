// What a drive is to be.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <summary>The definition of a drive, for creating one or for replacing the definition of one (guide 10).</summary>
public sealed record NewDrive
{
    /// <value>Label of the drive.</value>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <value>Size in bytes, within the capabilities. The server may round it up.</value>
    [JsonPropertyName("size"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ByteSize Size { get; init; }

    /// <value>Disk or CD-ROM. Default: <see cref="DriveMedia.Disk"/>.</value>
    [JsonPropertyName("media"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DriveMedia Media { get; init; } = DriveMedia.Disk;

    /// <value>The storage; null for the default of the location.</value>
    [JsonPropertyName("storage_type")]
    public StorageType? StorageType { get; init; }

    /// <value>Limit of I/O operations per second; null for the default of the storage type.</value>
    [JsonPropertyName("iops")]
    public int? Iops { get; init; }

    /// <value>Whether the disk may be attached to several servers at once; null for the default, false.</value>
    [JsonPropertyName("allow_multimount")]
    public bool? AllowMultimount { get; init; }

    /// <value>Placement affinities; null for none.</value>
    [JsonPropertyName("affinities")]
    public IReadOnlyList<string>? Affinities { get; init; }

    /// <value>Free keys and values; keys of up to 32 characters. Null leaves them out.</value>
    [JsonPropertyName("meta")]
    public IReadOnlyDictionary<string, string>? Meta { get; init; }

    /// <value>Tags of the drive; null leaves them out.</value>
    [JsonPropertyName("tags")]
    public IReadOnlyList<ResourceReference>? Tags { get; init; }

    /// <value>Drives or servers on whose storage hosts the drive should not lie, the most important first; best effort (guide 14). Used by a create only.</value>
    [JsonIgnore]
    public IReadOnlyList<Guid>? Avoid { get; init; }

    /// <summary>A text of the caller's own that makes a create findable. It is written into the meta under <c>client_token</c>.</summary>
    /// <value>
    /// Unique per object, e.g. a new uuid. When the answer to the create is lost, the client looks for the object with this token and returns it instead of an
    /// error; it never makes it again. Used by a create only. Default: null.
    /// </value>
    [JsonIgnore]
    public string? ClientToken { get; init; }

    /// <value>Members that the SDK does not model, by their JSON names; null for none.</value>
    [JsonIgnore]
    public IDictionary<string, JsonElement>? AdditionalMembers { get => UnknownMembers; init => UnknownMembers = value; }

    // An init-only member counts as a constructor parameter, which extension data must not be.
    [JsonInclude, JsonExtensionData]
    internal IDictionary<string, JsonElement>? UnknownMembers { get; set; }
}
