// What a remote snapshot is to be.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <summary>The definition of a remote snapshot, for making one or for replacing the definition of one (guide 23).</summary>
public sealed record NewRemoteSnapshot
{
    /// <value>Uuid of the drive, which may not be ephemeral. It may be in use.</value>
    [JsonPropertyName("drive"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Guid Drive { get; init; }

    /// <value>Code of the location that is to store it, e.g. <c>ZRH</c>; <see cref="RemoteSnapshotLimits.RemoteLocations"/> has those on offer.</value>
    [JsonPropertyName("location")]
    public required string Location { get; init; }

    /// <value>Label of the snapshot; null for one that the server chooses.</value>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <value>Free keys and values; keys of up to 32 characters. Null leaves them out.</value>
    [JsonPropertyName("meta")]
    public IReadOnlyDictionary<string, string>? Meta { get; init; }

    /// <value>Tags of the snapshot; null leaves them out.</value>
    [JsonPropertyName("tags")]
    public IReadOnlyList<ResourceReference>? Tags { get; init; }

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
