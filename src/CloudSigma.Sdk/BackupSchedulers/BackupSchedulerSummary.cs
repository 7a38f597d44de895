// A backup scheduler as the brief list gives it.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The brief form of a backup scheduler, or the members chosen with <see cref="BackupSchedulerFilter.Fields"/>.</summary>
/// <remarks>Other members that were chosen are in <see cref="ApiModel.AdditionalMembers"/>.</remarks>
public sealed record BackupSchedulerSummary : ApiModel
{
    /// <summary>Uuid of the scheduler.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Label of the scheduler.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>What it makes.</summary>
    [JsonIgnore]
    public BackupType Type { get => _type.Value; init => _type = new(value); }
    [JsonInclude, JsonPropertyName("type")] internal Member<BackupType> _type;

    /// <summary>Whether it is active.</summary>
    [JsonIgnore]
    public bool IsEnabled { get => _isEnabled.Value; init => _isEnabled = new(value); }
    [JsonInclude, JsonPropertyName("is_enabled")] internal Member<bool> _isEnabled;

    /// <summary>Whether it works at all times; false keeps it to its window.</summary>
    [JsonIgnore]
    public bool IsDefault { get => _isDefault.Value; init => _isDefault = new(value); }
    [JsonInclude, JsonPropertyName("is_default")] internal Member<bool> _isDefault;

    /// <summary>The time zone in which it is evaluated, by its IANA name, e.g. <c>Europe/Zurich</c>.</summary>
    [JsonIgnore]
    public string UserTimeZone { get => _userTimeZone.Or(""); init => _userTimeZone = new(value); }
    [JsonInclude, JsonPropertyName("user_timezone")] internal Member<string> _userTimeZone;

    /// <summary>The location to which backups go; empty for none.</summary>
    [JsonIgnore]
    public string RemoteLocation { get => _remoteLocation.Or(""); init => _remoteLocation = new(value); }
    [JsonInclude, JsonPropertyName("remote_location")] internal Member<string> _remoteLocation;

    /// <summary>Another time zone of the scheduler, not described by the API; empty in new ones.</summary>
    [JsonIgnore]
    public string OrchestratorTimeZone { get => _orchestratorTimeZone.Or(""); init => _orchestratorTimeZone = new(value); }
    [JsonInclude, JsonPropertyName("orchestrator_timezone")] internal Member<string> _orchestratorTimeZone;

    /// <summary>Free keys and values of the user.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Meta { get => _meta.Or(EmptyMap.Instance); init => _meta = new(value); }
    [JsonInclude, JsonPropertyName("meta")] internal Member<IReadOnlyDictionary<string, string>> _meta;

    /// <summary>The user that owns the scheduler.</summary>
    /// <value>Null when the member was not chosen.</value>
    [JsonIgnore]
    public ResourceReference? Owner { get => _owner.Value; init => _owner = new(value); }
    [JsonInclude, JsonPropertyName("owner")] internal Member<ResourceReference> _owner;

    /// <summary>Address of the scheduler.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;
}
