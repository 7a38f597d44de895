// What servers may be.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>Limits of servers on one kind of host.</summary>
public sealed record HostLimits : ApiModel
{
    /// <summary>Clock of a server, in MHz.</summary>
    [JsonIgnore]
    public NumberRange? Cpu { get => _cpu.Value; init => _cpu = new(value); }
    [JsonInclude, JsonPropertyName("cpu")] internal Member<NumberRange> _cpu;

    /// <summary>Clock per virtual CPU, in MHz.</summary>
    [JsonIgnore]
    public NumberRange? CpuPerSmp { get => _cpuPerSmp.Value; init => _cpuPerSmp = new(value); }
    [JsonInclude, JsonPropertyName("cpu_per_smp")] internal Member<NumberRange> _cpuPerSmp;

    /// <summary>Memory of a server, in bytes.</summary>
    [JsonIgnore]
    public NumberRange? Memory { get => _memory.Value; init => _memory = new(value); }
    [JsonInclude, JsonPropertyName("mem")] internal Member<NumberRange> _memory;

    /// <summary>Virtual CPUs of a server.</summary>
    [JsonIgnore]
    public NumberRange? Smp { get => _smp.Value; init => _smp = new(value); }
    [JsonInclude, JsonPropertyName("smp")] internal Member<NumberRange> _smp;
}
