// What a backup scheduler is to be.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <summary>The definition of a backup scheduler, for creating one or for replacing the definition of one (guide 23).</summary>
/// <remarks>Members that the sources of the API do not agree on whether they are required are always sent (guide 32).</remarks>
public sealed record NewBackupScheduler
{
    /// <value>Label of the scheduler.</value>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <value>What it makes: <see cref="BackupType.Snapshot"/> for local snapshots, <see cref="BackupType.Backup"/> for remote ones.</value>
    [JsonPropertyName("type"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BackupType Type { get; init; }

    /// <summary>When it works. Setting it sets <see cref="IncrementalBackup"/> and <see cref="ManualIncrementalBackup"/>; one of both ways is required.</summary>
    /// <value>Null when these members are not set, or say something that a schedule cannot.</value>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    [JsonIgnore]
    public BackupSchedule? Schedule
    {
        get => ScheduleReader.Read(IncrementalBackup, ManualIncrementalBackup);
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            IncrementalBackup = value.ToIncrementalBackup();
            ManualIncrementalBackup = value.ToManualIncrementalBackup();
        }
    }

    /// <value>What is kept; everything else is deleted. Default: <see cref="RetentionPolicy.KeepAll"/>.</value>
    [JsonPropertyName("retention_policy"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public RetentionPolicy Retention { get; init; } = RetentionPolicy.KeepAll;

    /// <value>
    /// The time zone in which the schedule is evaluated, by its IANA name. <see cref="BackupTimeZone.FromTimeZoneInfo"/> gives the name of a <see cref="TimeZoneInfo"/>.
    /// Default: <c>Etc/UTC</c>.
    /// </value>
    [JsonPropertyName("user_timezone"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string UserTimeZone { get; init; } = BackupTimeZone.Utc;

    /// <value>Whether it is active. Default: true.</value>
    [JsonPropertyName("is_enabled"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool IsEnabled { get; init; } = true;

    /// <value>Whether it works at all times; false keeps it to the window of its schedule. Default: false.</value>
    [JsonPropertyName("is_default"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool IsDefault { get; init; }

    /// <value>Whether a mail is sent when it has made something. The preference of the contact has to allow it too. Default: false.</value>
    [JsonPropertyName("enable_backup_policy_notifications"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool EnableBackupPolicyNotifications { get; init; }

    /// <value>Whether a mail is sent when it has deleted something. The preference of the contact has to allow it too. Default: false.</value>
    [JsonPropertyName("enable_retention_policy_notifications"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool EnableRetentionPolicyNotifications { get; init; }

    /// <value>The location to which backups go, e.g. <c>ZRH</c>; null leaves it out.</value>
    [JsonPropertyName("remote_location")]
    public string? RemoteLocation { get; init; }

    /// <value>When it works, as the API writes it, for what <see cref="Schedule"/> cannot say.</value>
    [JsonPropertyName("incremental_backup")]
    public IncrementalBackup? IncrementalBackup { get; init; }

    /// <value>Times of day at which it works, e.g. <c>02:00,22:15</c>, as the API writes them; empty for none.</value>
    [JsonPropertyName("manual_incremental_backup"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string ManualIncrementalBackup { get; init; } = "";

    /// <value>The one-off first full backup, for migrations; null leaves it out.</value>
    [JsonPropertyName("initial_backup")]
    public InitialBackup? InitialBackup { get; init; }

    /// <value>Free keys and values; keys of up to 32 characters. Null leaves them out.</value>
    [JsonPropertyName("meta")]
    public IReadOnlyDictionary<string, string>? Meta { get; init; }

    /// <value>Tags of the scheduler; null leaves them out.</value>
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
