// A tag with the objects that it is on; both lists and single reads give the same.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A label on objects. ACLs share all objects with a tag (guide 18).</summary>
public sealed record Tag : ApiModel
{
    /// <summary>Uuid of the tag. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Label of the tag. Required.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>The objects that the tag is on. An update replaces all of them, and sends their uuids only.</summary>
    [JsonIgnore]
    public IReadOnlyList<TaggedResource> Resources { get => _resources.Or([]); init => _resources = new(value); }
    [JsonInclude, JsonPropertyName("resources")] internal Member<IReadOnlyList<TaggedResource>> _resources;

    /// <summary>Free keys and values of the user; keys of up to 32 characters. An update replaces all of it.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Meta { get => _meta.Or(EmptyMap.Instance); init => _meta = new(value); }
    [JsonInclude, JsonPropertyName("meta")] internal Member<IReadOnlyDictionary<string, string>> _meta;

    /// <summary>The user that owns the tag. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public ResourceReference? Owner { get => _owner.Value; init => _owner = new(value); }
    [JsonInclude, JsonPropertyName("owner")] internal Member<ResourceReference> _owner;

    /// <summary>Address of the tag. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;
}
