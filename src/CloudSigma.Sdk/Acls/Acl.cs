// An ACL with all its members; the list and single reads give the same.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>An ACL (access control list): it gives users rights on every object that has one of its tags (guide 18).</summary>
public sealed record Acl : ApiModel
{
    /// <summary>Uuid of the ACL. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Label of the ACL.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>Users who receive the rights. An update replaces all of them.</summary>
    [JsonIgnore]
    public IReadOnlyList<AclGrantee> Grantees { get => _grantees.Or([]); init => _grantees = new(value); }
    [JsonInclude, JsonPropertyName("grantees")] internal Member<IReadOnlyList<AclGrantee>> _grantees;

    /// <summary>Rights given. An update replaces all of them: <c>acl with { Rules = [.. acl.Rules, Permission.Start] }</c>.</summary>
    [JsonIgnore]
    public IReadOnlyList<AclRule> Rules { get => _rules.Or([]); init => _rules = new(value); }
    [JsonInclude, JsonPropertyName("rules")] internal Member<IReadOnlyList<AclRule>> _rules;

    /// <summary>Tags whose objects are shared. An update replaces all of them.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Tags { get => _tags.Or([]); init => _tags = new(value); }
    [JsonInclude, JsonPropertyName("tags")] internal Member<IReadOnlyList<ResourceReference>> _tags;

    /// <summary>Free keys and values of the user; keys of up to 32 characters. An update replaces all of it.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Meta { get => _meta.Or(EmptyMap.Instance); init => _meta = new(value); }
    [JsonInclude, JsonPropertyName("meta")] internal Member<IReadOnlyDictionary<string, string>> _meta;

    /// <summary>The user that owns the ACL. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public ResourceReference? Owner { get => _owner.Value; init => _owner = new(value); }
    [JsonInclude, JsonPropertyName("owner")] internal Member<ResourceReference> _owner;

    /// <summary>Address of the ACL. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;
}
