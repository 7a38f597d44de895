// An object that a tag is on.
using System.Net;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>An object that a tag is on (guide 18). A uuid or an address can be used in its place.</summary>
public sealed record TaggedResource : ApiModel
{
    /// <summary>Uuid of the object as text; for an IP address, which has none, the address. It is all of the object that is sent.</summary>
    [JsonIgnore]
    public string Uuid { get => _uuid.Or(""); init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<string> _uuid;

    /// <summary>The kind of the object. Read only.</summary>
    [JsonIgnore]
    public ResourceType Type { get => _type.Value; init => _type = new(value); }
    [JsonInclude, JsonPropertyName("res_type")] internal Member<ResourceType> _type;

    /// <summary>The user that owns the object. Read only.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public ResourceReference? Owner { get => _owner.Value; init => _owner = new(value); }
    [JsonInclude, JsonPropertyName("owner")] internal Member<ResourceReference> _owner;

    /// <summary>Address of the object. Read only.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;

    /// <summary>Whether it came as an object, and is written as one. All others are written as the text of their uuid.</summary>
    internal bool IsObject { get; init; }

    /// <summary>What two spellings of the same uuid or address have in common.</summary>
    internal string Key => Guid.TryParse(Uuid, out var uuid) ? uuid.ToString("D") : IPAddress.TryParse(Uuid, out var address) ? address.ToString() : Uuid;

    /// <summary>Names an object by its uuid.</summary>
    /// <param name="uuid">Uuid of the object.</param>
    public static implicit operator TaggedResource(Guid uuid) => FromGuid(uuid);

    /// <summary>Names an IP address.</summary>
    /// <param name="address">The address.</param>
    public static implicit operator TaggedResource(IPAddress address) => FromIPAddress(address);

    /// <summary>Names an object by its uuid.</summary>
    /// <param name="uuid">Uuid of the object.</param>
    /// <returns>The object as a tag takes it.</returns>
    public static TaggedResource FromGuid(Guid uuid) => new() { Uuid = uuid.ToString("D") };

    /// <summary>Names an IP address.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The address as a tag takes it.</returns>
    public static TaggedResource FromIPAddress(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new TaggedResource { Uuid = address.ToString() };
    }

    /// <summary>The object as requests name it: by its uuid alone. One without uuid stays as it came.</summary>
    internal TaggedResource AsText() => Uuid.Length == 0 ? this : new TaggedResource { Uuid = Uuid };
}
