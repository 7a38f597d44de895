// What servers may be, in older form.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>Limits of servers and the ways to start them.</summary>
public sealed record ServerLimits : ApiModel
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

    /// <summary>Ways to start a server.</summary>
    [JsonIgnore]
    public IReadOnlyList<StartMethod> StartMethods { get => _startMethods.Or([]); init => _startMethods = new(value); }
    [JsonInclude, JsonPropertyName("start_methods")] internal Member<IReadOnlyList<StartMethod>> _startMethods;

    /// <summary>The way that is used when none is named.</summary>
    [JsonIgnore]
    public StartMethod DefaultStartMethod { get => _defaultStartMethod.Value; init => _defaultStartMethod = new(value); }
    [JsonInclude, JsonPropertyName("default_start_method")] internal Member<StartMethod> _defaultStartMethod;
}
