// A backup scheduler with all its members, as the detailed list and single reads give it.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A backup scheduler: it makes snapshots or remote snapshots of the drives that it is set on, and deletes old ones (guide 23).</summary>
public sealed record BackupScheduler : ApiModel, IJsonOnDeserialized
{
    /// <summary>Uuid of the scheduler. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Label of the scheduler. Required.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>What it makes. Required.</summary>
    [JsonIgnore]
    public BackupType Type { get => _type.Value; init => _type = new(value); }
    [JsonInclude, JsonPropertyName("type")] internal Member<BackupType> _type;

    /// <summary>Whether it is active. Required.</summary>
    [JsonIgnore]
    public bool IsEnabled { get => _isEnabled.Value; init => _isEnabled = new(value); }
    [JsonInclude, JsonPropertyName("is_enabled")] internal Member<bool> _isEnabled;

    /// <summary>Whether it works at all times; false keeps it to its window. Required.</summary>
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

    /// <summary>When it works, as the API writes it. <see cref="Schedule"/> reads it, <see cref="WithSchedule"/> replaces it.</summary>
    /// <value>Null when the answer has none.</value>
    [JsonIgnore]
    public IncrementalBackup? IncrementalBackup { get => _incrementalBackup.Value; init => _incrementalBackup = new(value); }
    [JsonInclude, JsonPropertyName("incremental_backup")] internal Member<IncrementalBackup> _incrementalBackup;

    /// <summary>Times of day at which it works, e.g. <c>02:00,22:15</c>; empty for none. With times, only weekdays and window of <see cref="IncrementalBackup"/> still count.</summary>
    [JsonIgnore]
    public string ManualIncrementalBackup { get => _manualIncrementalBackup.Or(""); init => _manualIncrementalBackup = new(value); }
    [JsonInclude, JsonPropertyName("manual_incremental_backup")] internal Member<string> _manualIncrementalBackup;

    /// <summary>The one-off first full backup, for migrations.</summary>
    /// <value>Null when the answer has none.</value>
    [JsonIgnore]
    public InitialBackup? InitialBackup { get => _initialBackup.Value; init => _initialBackup = new(value); }
    [JsonInclude, JsonPropertyName("initial_backup")] internal Member<InitialBackup> _initialBackup;

    /// <summary>What is kept; everything else is deleted.</summary>
    /// <value>Null when the answer has none.</value>
    [JsonIgnore]
    public RetentionPolicy? Retention { get => _retention.Value; init => _retention = new(value); }
    [JsonInclude, JsonPropertyName("retention_policy")] internal Member<RetentionPolicy> _retention;

    /// <summary>Whether a mail is sent when it has made something. The preference of the contact has to allow it too. Absent in older answers.</summary>
    [JsonIgnore]
    public bool EnableBackupPolicyNotifications { get => _enableBackupPolicyNotifications.Value; init => _enableBackupPolicyNotifications = new(value); }
    [JsonInclude, JsonPropertyName("enable_backup_policy_notifications")] internal Member<bool> _enableBackupPolicyNotifications;

    /// <summary>Whether a mail is sent when it has deleted something. The preference of the contact has to allow it too. Absent in older answers.</summary>
    [JsonIgnore]
    public bool EnableRetentionPolicyNotifications { get => _enableRetentionPolicyNotifications.Value; init => _enableRetentionPolicyNotifications = new(value); }
    [JsonInclude, JsonPropertyName("enable_retention_policy_notifications")] internal Member<bool> _enableRetentionPolicyNotifications;

    /// <summary>Free keys and values of the user; keys of up to 32 characters. An update replaces all of it.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Meta { get => _meta.Or(EmptyMap.Instance); init => _meta = new(value); }
    [JsonInclude, JsonPropertyName("meta")] internal Member<IReadOnlyDictionary<string, string>> _meta;

    /// <summary>Tags of the scheduler. An update replaces all of them.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Tags { get => _tags.Or([]); init => _tags = new(value); }
    [JsonInclude, JsonPropertyName("tags")] internal Member<IReadOnlyList<ResourceReference>> _tags;

    /// <summary>The user that owns the scheduler. Read only: ignored by an update.</summary>
    /// <value>Null when the answer has none.</value>
    [JsonIgnore]
    public ResourceReference? Owner { get => _owner.Value; init => _owner = new(value); }
    [JsonInclude, JsonPropertyName("owner")] internal Member<ResourceReference> _owner;

    /// <summary>What the caller may do with a scheduler of somebody else; empty for own ones. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public IReadOnlyList<Permission> Permissions { get => _permissions.Or([]); init => _permissions = new(value); }
    [JsonInclude, JsonPropertyName("permissions")] internal Member<IReadOnlyList<Permission>> _permissions;

    /// <summary>Users to whom the owner has given rights. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public IReadOnlyList<Grantee> Grantees { get => _grantees.Or([]); init => _grantees = new(value); }
    [JsonInclude, JsonPropertyName("grantees")] internal Member<IReadOnlyList<Grantee>> _grantees;

    /// <summary>Address of the scheduler. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;

    /// <summary>When it works, read from <see cref="IncrementalBackup"/> and <see cref="ManualIncrementalBackup"/> anew with every call.</summary>
    /// <value>Null when they say something that <see cref="BackupSchedule"/> cannot.</value>
    [JsonIgnore]
    public BackupSchedule? Schedule => ScheduleReader.Read(IncrementalBackup, ManualIncrementalBackup);

    /// <summary>Gives the scheduler another schedule. Hand it to <see cref="IBackupSchedulersClient.UpdateAsync(BackupScheduler, CancellationToken)"/> to store it.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <returns>A new scheduler with the schedule; all else is as before.</returns>
    public BackupScheduler WithSchedule(BackupSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return this with
        {
            IncrementalBackup = ScheduleWriter.Write(schedule, IncrementalBackup ?? new IncrementalBackup()),
            ManualIncrementalBackup = ScheduleWriter.WriteManual(schedule),
        };
    }

    /// <summary>Older answers have a misspelled twin of <c>retention_policy</c>, which is neither kept nor sent back (guide 32).</summary>
    void IJsonOnDeserialized.OnDeserialized()
    {
        if (UnknownMembers?.Remove("rentention_policy") == true && UnknownMembers.Count == 0) UnknownMembers = null;
    }
}
