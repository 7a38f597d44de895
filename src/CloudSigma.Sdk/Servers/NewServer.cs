// What a server is to be.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

/// <summary>The definition of a server, for creating one or for replacing the definition of one (guide 11).</summary>
public sealed partial record NewServer
{
    /// <value>Label of the server.</value>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <value>Total clock in MHz, within the capabilities.</value>
    [JsonPropertyName("cpu"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Cpu { get; init; }

    /// <value>Memory in bytes, within the capabilities.</value>
    [JsonPropertyName("mem"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ByteSize Memory { get; init; }

    /// <value>Password of the screen and of the serial console. It is not printed.</value>
    [JsonPropertyName("vnc_password")]
    public required string VncPassword { get; init; }

    /// <value>Number of virtual CPUs; null for the default, 1.</value>
    [JsonPropertyName("smp")]
    public int? Smp { get; init; }

    /// <value>The kind of host; null for the default, amd.</value>
    [JsonPropertyName("cpu_type")]
    public CpuType? CpuType { get; init; }

    /// <value>The CPU model that the guest sees; null for all features of the host.</value>
    [JsonPropertyName("cpu_model")]
    public string? CpuModel { get; init; }

    /// <value>The hypervisor; null for the default, kvm.</value>
    [JsonPropertyName("hypervisor")]
    public Hypervisor? Hypervisor { get; init; }

    /// <value>Drives to attach; null leaves them out.</value>
    [JsonPropertyName("drives")]
    public IReadOnlyList<ServerDrive>? Drives { get; init; }

    /// <value>Network cards; null leaves them out.</value>
    [JsonPropertyName("nics")]
    public IReadOnlyList<Nic>? Nics { get; init; }

    /// <value>SSH keys that the guest is offered; null leaves them out.</value>
    [JsonPropertyName("pubkeys")]
    public IReadOnlyList<ResourceReference>? PublicKeys { get; init; }

    /// <value>GPUs; null leaves them out.</value>
    [JsonPropertyName("gpus")]
    public IReadOnlyList<ServerGpu>? Gpus { get; init; }

    /// <value>SGX enclaves; null leaves them out.</value>
    [JsonPropertyName("epcs")]
    public IReadOnlyList<ServerEpc>? Epcs { get; init; }

    /// <value>Free keys and values; keys of up to 32 characters. Null leaves them out.</value>
    [JsonPropertyName("meta")]
    public IReadOnlyDictionary<string, string>? Meta { get; init; }

    /// <value>Tags of the server; null leaves them out.</value>
    [JsonPropertyName("tags")]
    public IReadOnlyList<ResourceReference>? Tags { get; init; }

    /// <value>Special requirements; values are not documented. Null leaves them out.</value>
    [JsonPropertyName("requirements")]
    public IReadOnlyList<string>? Requirements { get; init; }

    /// <value>Whether the second serial port of the guest offers the server context; null for the default, true.</value>
    [JsonPropertyName("context")]
    public bool? Context { get; init; }

    /// <value>Whether the virtual CPUs are separate CPUs instead of cores of one; null for the default, false.</value>
    [JsonPropertyName("cpus_instead_of_cores")]
    public bool? CpusInsteadOfCores { get; init; }

    /// <value>Whether the guest sees the NUMA layout; null for the default, false.</value>
    [JsonPropertyName("enable_numa")]
    public bool? EnableNuma { get; init; }

    /// <value>Relaxed timers, for Windows only; null for the default, false.</value>
    [JsonPropertyName("hv_relaxed")]
    public bool? HvRelaxed { get; init; }

    /// <value>Precise timers, for Windows only; null for the default, false.</value>
    [JsonPropertyName("hv_tsc")]
    public bool? HvTsc { get; init; }

    /// <value>Uuid of the pool or zone on whose hosts the server has to run; null for any.</value>
    [JsonPropertyName("allocation_pool")]
    public string? AllocationPool { get; init; }

    /// <value>Whether a clone of the server starts by itself once it is finished; null for the default, false.</value>
    [JsonPropertyName("auto_start")]
    public bool? AutoStart { get; init; }

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

    /// <summary>Name, clock and memory; no secrets.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"NewServer {Name} ({Cpu} MHz, {Memory})";
}
