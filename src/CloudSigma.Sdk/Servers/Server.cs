// A server with all its members, as the detailed list and single reads give it.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A server (guide 11).</summary>
public sealed partial record Server : ApiModel
{
    /// <summary>Uuid of the server. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Label of the server. Required.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>State of the server. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public ServerStatus Status { get => _status.Value; init => _status = new(value); }
    [JsonInclude, JsonPropertyName("status")] internal Member<ServerStatus> _status;

    /// <summary>Total clock in MHz. Required.</summary>
    [JsonIgnore]
    public int Cpu { get => _cpu.Value; init => _cpu = new(value); }
    [JsonInclude, JsonPropertyName("cpu")] internal Member<int> _cpu;

    /// <summary>Number of virtual CPUs; the clock per CPU has to lie within the capabilities.</summary>
    [JsonIgnore]
    public int Smp { get => _smp.Value; init => _smp = new(value); }
    [JsonInclude, JsonPropertyName("smp")] internal Member<int> _smp;

    /// <summary>Memory in bytes. Required.</summary>
    [JsonIgnore]
    public ByteSize Memory { get => _memory.Value; init => _memory = new(value); }
    [JsonInclude, JsonPropertyName("mem")] internal Member<ByteSize> _memory;

    /// <summary>Password of the screen and of the serial console. Required. It is not printed by <see cref="ToString"/>.</summary>
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

    /// <summary>Attached drives. An update replaces all of them.</summary>
    [JsonIgnore]
    public IReadOnlyList<ServerDrive> Drives { get => _drives.Or([]); init => _drives = new(value); }
    [JsonInclude, JsonPropertyName("drives")] internal Member<IReadOnlyList<ServerDrive>> _drives;

    /// <summary>Network cards in the order in which the guest sees them. An update replaces all of them; cards are matched by <see cref="Nic.Mac"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<Nic> Nics { get => _nics.Or([]); init => _nics = new(value); }
    [JsonInclude, JsonPropertyName("nics")] internal Member<IReadOnlyList<Nic>> _nics;

    /// <summary>SSH keys that the guest is offered. An update replaces all of them.</summary>
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

    /// <summary>Free keys and values of the user; keys of up to 32 characters. An update replaces all of it.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Meta { get => _meta.Or(EmptyMap.Instance); init => _meta = new(value); }
    [JsonInclude, JsonPropertyName("meta")] internal Member<IReadOnlyDictionary<string, string>> _meta;

    /// <summary>Tags of the server. An update replaces all of them.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Tags { get => _tags.Or([]); init => _tags = new(value); }
    [JsonInclude, JsonPropertyName("tags")] internal Member<IReadOnlyList<ResourceReference>> _tags;

    /// <summary>Special requirements; values are not documented.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Requirements { get => _requirements.Or([]); init => _requirements = new(value); }
    [JsonInclude, JsonPropertyName("requirements")] internal Member<IReadOnlyList<string>> _requirements;

    /// <summary>Whether the second serial port of the guest offers the server context.</summary>
    /// <value>Null when the answer does not say; the default of the API is true.</value>
    [JsonIgnore]
    public bool? Context { get => _context.Value; init => _context = new(value); }
    [JsonInclude, JsonPropertyName("context")] internal Member<bool?> _context;

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

    /// <summary>Uuid of the pool or zone on whose hosts the server has to run.</summary>
    /// <value>Null for any.</value>
    [JsonIgnore]
    public string? AllocationPool { get => _allocationPool.Value; init => _allocationPool = new(value); }
    [JsonInclude, JsonPropertyName("allocation_pool")] internal Member<string> _allocationPool;

    /// <summary>Whether a clone of the server starts by itself once it is finished.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public bool? AutoStart { get => _autoStart.Value; init => _autoStart = new(value); }
    [JsonInclude, JsonPropertyName("auto_start")] internal Member<bool?> _autoStart;

    /// <summary>Whether the server may be used to fill up spare capacity.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public bool? IsGrey { get => _isGrey.Value; init => _isGrey = new(value); }
    [JsonInclude, JsonPropertyName("is_grey")] internal Member<bool?> _isGrey;

    /// <summary>Live data.</summary>
    /// <value>Null while the server does not run, and for a moment while it starts. Read only: ignored by an update.</value>
    [JsonIgnore]
    public ServerRuntime? Runtime { get => _runtime.Value; init => _runtime = new(value); }
    [JsonInclude, JsonPropertyName("runtime")] internal Member<ServerRuntime> _runtime;

    /// <summary>Jobs that concern the server. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Jobs { get => _jobs.Or([]); init => _jobs = new(value); }
    [JsonInclude, JsonPropertyName("jobs")] internal Member<IReadOnlyList<ResourceReference>> _jobs;

    /// <summary>The user that owns the server. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public ResourceReference? Owner { get => _owner.Value; init => _owner = new(value); }
    [JsonInclude, JsonPropertyName("owner")] internal Member<ResourceReference> _owner;

    /// <summary>What the caller may do with a server of somebody else; empty for own ones. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public IReadOnlyList<Permission> Permissions { get => _permissions.Or([]); init => _permissions = new(value); }
    [JsonInclude, JsonPropertyName("permissions")] internal Member<IReadOnlyList<Permission>> _permissions;

    /// <summary>Users to whom the owner has given rights. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public IReadOnlyList<Grantee> Grantees { get => _grantees.Or([]); init => _grantees = new(value); }
    [JsonInclude, JsonPropertyName("grantees")] internal Member<IReadOnlyList<Grantee>> _grantees;

    /// <summary>Address of the server. Read only: ignored by an update.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;

    /// <summary>Name, uuid and status; no secrets.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"Server {Name} ({Uuid:D}, {Status})";
}
