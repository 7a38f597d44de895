// A VMware server with all its members.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A VMware server of the account. It can be looked at, not changed.</summary>
public sealed record VmwareServer : ApiModel
{
    /// <summary>Uuid of the server.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Label of the server.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>Free text.</summary>
    /// <value>Null when there is none.</value>
    [JsonIgnore]
    public string? Description { get => _description.Value; init => _description = new(value); }
    [JsonInclude, JsonPropertyName("description")] internal Member<string> _description;

    /// <summary>Whether the server is switched on.</summary>
    [JsonIgnore]
    public bool Powered { get => _powered.Value; init => _powered = new(value); }
    [JsonInclude, JsonPropertyName("powered")] internal Member<bool> _powered;

    /// <summary>Whether the server has been deployed.</summary>
    [JsonIgnore]
    public bool Deployed { get => _deployed.Value; init => _deployed = new(value); }
    [JsonInclude, JsonPropertyName("deployed")] internal Member<bool> _deployed;

    /// <summary>Whether the server has been enabled.</summary>
    [JsonIgnore]
    public bool Enabled { get => _enabled.Value; init => _enabled = new(value); }
    [JsonInclude, JsonPropertyName("enabled")] internal Member<bool> _enabled;

    /// <summary>Number of CPUs.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public int? Cpus { get => _cpus.Value; init => _cpus = new(value); }
    [JsonInclude, JsonPropertyName("cpus")] internal Member<int?> _cpus;

    /// <summary>Cores per CPU socket.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public int? CoresPerSocket { get => _coresPerSocket.Value; init => _coresPerSocket = new(value); }
    [JsonInclude, JsonPropertyName("cores_per_socket")] internal Member<int?> _coresPerSocket;

    /// <summary>Memory in MB, unlike that of other servers.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public int? MemoryMegabytes { get => _memoryMegabytes.Value; init => _memoryMegabytes = new(value); }
    [JsonInclude, JsonPropertyName("memory")] internal Member<int?> _memoryMegabytes;

    /// <summary>Virtual disks.</summary>
    [JsonIgnore]
    public IReadOnlyList<VmwareDisk> Disks { get => _disks.Or([]); init => _disks = new(value); }
    [JsonInclude, JsonPropertyName("disk")] internal Member<IReadOnlyList<VmwareDisk>> _disks;

    /// <summary>Attached CDs and DVDs.</summary>
    [JsonIgnore]
    public IReadOnlyList<VmwareMedium> Media { get => _media.Or([]); init => _media = new(value); }
    [JsonInclude, JsonPropertyName("media")] internal Member<IReadOnlyList<VmwareMedium>> _media;

    /// <summary>Network adapters.</summary>
    [JsonIgnore]
    public IReadOnlyList<VmwareNic> Nics { get => _nics.Or([]); init => _nics = new(value); }
    [JsonInclude, JsonPropertyName("nics")] internal Member<IReadOnlyList<VmwareNic>> _nics;

    /// <summary>Uuid of the organisation that the server belongs to.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public string? Organisation { get => _organisation.Value; init => _organisation = new(value); }
    [JsonInclude, JsonPropertyName("organisation")] internal Member<string> _organisation;

    /// <summary>Address of the server.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;
}
