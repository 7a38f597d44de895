// What a tag is to be.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <summary>The definition of a tag, for making one or for replacing the definition of one (guide 18).</summary>
public sealed record NewTag
{
    /// <value>Label of the tag.</value>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <value>The objects that the tag is on, e.g. <c>[server.Uuid, drive.Uuid, IPAddress.Parse("203.0.113.7")]</c>; null leaves them out.</value>
    [JsonPropertyName("resources"), JsonConverter(typeof(TaggedResourcesConverter))]
    public IReadOnlyList<TaggedResource>? Resources { get; init; }

    /// <value>Free keys and values; keys of up to 32 characters. Null leaves them out.</value>
    [JsonPropertyName("meta")]
    public IReadOnlyDictionary<string, string>? Meta { get; init; }

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
