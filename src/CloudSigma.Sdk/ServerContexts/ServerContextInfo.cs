// The server as its guest sees it.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>What the guest of a server can read about it: its definition, with drives and addresses in full, and the values of the account (guide 20).</summary>
/// <remarks>It has no owner, status or live data. Changes made through the API are visible at once.</remarks>
public sealed record ServerContextInfo : ApiModel
{
    /// <summary>Uuid of the server.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Label of the server.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>Total clock in MHz.</summary>
    [JsonIgnore]
    public int Cpu { get => _cpu.Value; init => _cpu = new(value); }
    [JsonInclude, JsonPropertyName("cpu")] internal Member<int> _cpu;

    /// <summary>Number of virtual CPUs.</summary>
    [JsonIgnore]
    public int Smp { get => _smp.Value; init => _smp = new(value); }
    [JsonInclude, JsonPropertyName("smp")] internal Member<int> _smp;

    /// <summary>Memory in bytes.</summary>
    [JsonIgnore]
    public ByteSize Memory { get => _memory.Value; init => _memory = new(value); }
    [JsonInclude, JsonPropertyName("mem")] internal Member<ByteSize> _memory;

    /// <summary>Password of the screen and of the serial console. It is not printed by <see cref="ToString"/>.</summary>
    [JsonIgnore]
    public string VncPassword { get => _vncPassword.Or(""); init => _vncPassword = new(value); }
    [JsonInclude, JsonPropertyName("vnc_password")] internal Member<string> _vncPassword;

    /// <summary>The kind of host.</summary>
    [JsonIgnore]
    public CpuType CpuType { get => _cpuType.Value; init => _cpuType = new(value); }
    [JsonInclude, JsonPropertyName("cpu_type")] internal Member<CpuType> _cpuType;

    /// <summary>The CPU model that the guest sees.</summary>
    /// <value>Null for all features of the host.</value>
    [JsonIgnore]
    public string? CpuModel { get => _cpuModel.Value; init => _cpuModel = new(value); }
    [JsonInclude, JsonPropertyName("cpu_model")] internal Member<string> _cpuModel;

    /// <summary>The hypervisor.</summary>
    [JsonIgnore]
    public Hypervisor Hypervisor { get => _hypervisor.Value; init => _hypervisor = new(value); }
    [JsonInclude, JsonPropertyName("hypervisor")] internal Member<Hypervisor> _hypervisor;

    /// <summary>Attached drives.</summary>
    [JsonIgnore]
    public IReadOnlyList<ServerContextDrive> Drives { get => _drives.Or([]); init => _drives = new(value); }
    [JsonInclude, JsonPropertyName("drives")] internal Member<IReadOnlyList<ServerContextDrive>> _drives;

    /// <summary>Network cards in the order in which the guest sees them.</summary>
    [JsonIgnore]
    public IReadOnlyList<ServerContextNic> Nics { get => _nics.Or([]); init => _nics = new(value); }
    [JsonInclude, JsonPropertyName("nics")] internal Member<IReadOnlyList<ServerContextNic>> _nics;

    /// <summary>SSH keys that the guest is offered.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> PublicKeys { get => _publicKeys.Or([]); init => _publicKeys = new(value); }
    [JsonInclude, JsonPropertyName("pubkeys")] internal Member<IReadOnlyList<ResourceReference>> _publicKeys;

    /// <summary>GPUs, reserved when the server starts.</summary>
    [JsonIgnore]
    public IReadOnlyList<ServerGpu> Gpus { get => _gpus.Or([]); init => _gpus = new(value); }
    [JsonInclude, JsonPropertyName("gpus")] internal Member<IReadOnlyList<ServerGpu>> _gpus;

    /// <summary>SGX enclaves.</summary>
    [JsonIgnore]
    public IReadOnlyList<ServerEpc> Epcs { get => _epcs.Or([]); init => _epcs = new(value); }
    [JsonInclude, JsonPropertyName("epcs")] internal Member<IReadOnlyList<ServerEpc>> _epcs;

    /// <summary>Free keys and values of the user; keys of up to 32 characters.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Meta { get => _meta.Or(EmptyMap.Instance); init => _meta = new(value); }
    [JsonInclude, JsonPropertyName("meta")] internal Member<IReadOnlyDictionary<string, string>> _meta;

    /// <summary>Values of the account that all its servers see.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> GlobalContext { get => _globalContext.Or(EmptyMap.Instance); init => _globalContext = new(value); }
    [JsonInclude, JsonPropertyName("global_context")] internal Member<IReadOnlyDictionary<string, string>> _globalContext;

    /// <summary>Tags of the server.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Tags { get => _tags.Or([]); init => _tags = new(value); }
    [JsonInclude, JsonPropertyName("tags")] internal Member<IReadOnlyList<ResourceReference>> _tags;

    /// <summary>Special requirements; values are not documented.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Requirements { get => _requirements.Or([]); init => _requirements = new(value); }
    [JsonInclude, JsonPropertyName("requirements")] internal Member<IReadOnlyList<string>> _requirements;

    /// <summary>Whether the virtual CPUs are separate CPUs instead of cores of one; false for Windows.</summary>
    [JsonIgnore]
    public bool CpusInsteadOfCores { get => _cpusInsteadOfCores.Value; init => _cpusInsteadOfCores = new(value); }
    [JsonInclude, JsonPropertyName("cpus_instead_of_cores")] internal Member<bool> _cpusInsteadOfCores;

    /// <summary>Whether the guest sees the NUMA layout; advised above 6 virtual CPUs.</summary>
    [JsonIgnore]
    public bool EnableNuma { get => _enableNuma.Value; init => _enableNuma = new(value); }
    [JsonInclude, JsonPropertyName("enable_numa")] internal Member<bool> _enableNuma;

    /// <summary>Relaxed timers, for Windows only.</summary>
    [JsonIgnore]
    public bool HvRelaxed { get => _hvRelaxed.Value; init => _hvRelaxed = new(value); }
    [JsonInclude, JsonPropertyName("hv_relaxed")] internal Member<bool> _hvRelaxed;

    /// <summary>Precise timers, for Windows only; such a server cannot be migrated live.</summary>
    [JsonIgnore]
    public bool HvTsc { get => _hvTsc.Value; init => _hvTsc = new(value); }
    [JsonInclude, JsonPropertyName("hv_tsc")] internal Member<bool> _hvTsc;

    /// <summary>Whether the server may be used to fill up spare capacity.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public bool? IsGrey { get => _isGrey.Value; init => _isGrey = new(value); }
    [JsonInclude, JsonPropertyName("is_grey")] internal Member<bool?> _isGrey;

    /// <summary>A number of the host about the CPU; its meaning is not documented.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public double? CpuPerformanceThreshold { get => _cpuPerformanceThreshold.Value; init => _cpuPerformanceThreshold = new(value); }
    [JsonInclude, JsonPropertyName("cpu_perf_threshold")] internal Member<double?> _cpuPerformanceThreshold;

    /// <summary>A number of the host about the memory; its meaning is not documented.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public double? MemoryPerformanceThreshold { get => _memoryPerformanceThreshold.Value; init => _memoryPerformanceThreshold = new(value); }
    [JsonInclude, JsonPropertyName("mem_perf_threshold")] internal Member<double?> _memoryPerformanceThreshold;

    /// <summary>Name and uuid; no secrets.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"ServerContextInfo {Name} ({Uuid:D})";
}
