// What a location offers to an account.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>What the location offers to the account, with limits. They change; nothing of it is built into the SDK.</summary>
/// <remarks>Members that exist at some locations only, such as <c>gpus</c> and <c>epc</c>, are in <see cref="ApiModel.AdditionalMembers"/>.</remarks>
public sealed record Capabilities : ApiModel
{
    /// <summary>Limits of drives by storage type; only offered types are there.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, DriveLimits> Drives { get => _drives.Or(EmptyMap.Of<DriveLimits>()); init => _drives = new(value); }
    [JsonInclude, JsonPropertyName("drives")] internal Member<IReadOnlyDictionary<string, DriveLimits>> _drives;

    /// <summary>The storage type of drives that name none.</summary>
    [JsonIgnore]
    public StorageType DefaultStorageType { get => _defaultStorageType.Value; init => _defaultStorageType = new(value); }
    [JsonInclude, JsonPropertyName("default_storage_type")] internal Member<StorageType> _defaultStorageType;

    /// <summary>Limits of servers by CPU type.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, HostLimits> Hosts { get => _hosts.Or(EmptyMap.Of<HostLimits>()); init => _hosts = new(value); }
    [JsonInclude, JsonPropertyName("hosts")] internal Member<IReadOnlyDictionary<string, HostLimits>> _hosts;

    /// <summary>CPU types by hypervisor.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Hypervisors { get => _hypervisors.Or(EmptyMap.Of<IReadOnlyList<string>>()); init => _hypervisors = new(value); }
    [JsonInclude, JsonPropertyName("hypervisors")] internal Member<IReadOnlyDictionary<string, IReadOnlyList<string>>> _hypervisors;

    /// <summary>Older copy of the limits, and the ways to start.</summary>
    [JsonIgnore]
    public ServerLimits? Servers { get => _servers.Value; init => _servers = new(value); }
    [JsonInclude, JsonPropertyName("servers")] internal Member<ServerLimits> _servers;

    /// <summary>Limits of local snapshots.</summary>
    [JsonIgnore]
    public SnapshotLimits? Snapshots { get => _snapshots.Value; init => _snapshots = new(value); }
    [JsonInclude, JsonPropertyName("snapshots")] internal Member<SnapshotLimits> _snapshots;

    /// <summary>Limits of remote snapshots.</summary>
    [JsonIgnore]
    public RemoteSnapshotLimits? RemoteSnapshots { get => _remoteSnapshots.Value; init => _remoteSnapshots = new(value); }
    [JsonInclude, JsonPropertyName("remote_snapshots")] internal Member<RemoteSnapshotLimits> _remoteSnapshots;

    /// <summary>Whether the account may run backfilling servers.</summary>
    [JsonIgnore]
    public bool Backfilling { get => _backfilling.Value; init => _backfilling = new(value); }
    [JsonInclude, JsonPropertyName("backfilling")] internal Member<bool> _backfilling;

    /// <summary>Currencies on offer.</summary>
    [JsonIgnore]
    public IReadOnlyList<CurrencyInfo> Currencies { get => _currencies.Or([]); init => _currencies = new(value); }
    [JsonInclude, JsonPropertyName("currencies")] internal Member<IReadOnlyList<CurrencyInfo>> _currencies;

    /// <summary>Name of the payment provider.</summary>
    [JsonIgnore]
    public string CardBackend { get => _cardBackend.Or(""); init => _cardBackend = new(value); }
    [JsonInclude, JsonPropertyName("card_backend")] internal Member<string> _cardBackend;

    /// <summary>Days without login after which an account becomes inactive.</summary>
    [JsonIgnore]
    public int? DefaultInactivePeriod { get => _defaultInactivePeriod.Value; init => _defaultInactivePeriod = new(value); }
    [JsonInclude, JsonPropertyName("default_inactive_period")] internal Member<int?> _defaultInactivePeriod;

    /// <summary>Days that the user may choose for it.</summary>
    [JsonIgnore]
    public NumberRange? InactivePeriodRange { get => _inactivePeriodRange.Value; init => _inactivePeriodRange = new(value); }
    [JsonInclude, JsonPropertyName("inactive_period_range")] internal Member<NumberRange> _inactivePeriodRange;
}
