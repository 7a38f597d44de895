// Live data of a server.
using System.Text.Json;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>Live data of a server that is started.</summary>
public sealed record ServerRuntime : ApiModel
{
    /// <summary>When the server was started.</summary>
    [JsonIgnore]
    public DateTimeOffset? ActiveSince { get => _activeSince.Value; init => _activeSince = new(value); }
    [JsonInclude, JsonPropertyName("active_since")] internal Member<DateTimeOffset?> _activeSince;

    /// <summary>Live data of the network cards.</summary>
    [JsonIgnore]
    public IReadOnlyList<NicRuntime> Nics { get => _nics.Or([]); init => _nics = new(value); }
    [JsonInclude, JsonPropertyName("nics")] internal Member<IReadOnlyList<NicRuntime>> _nics;

    /// <summary>By how much CPU and memory are cut down at the moment; the form is not documented (guide 30).</summary>
    /// <value>Null for servers that are not backfilling.</value>
    [JsonIgnore]
    public JsonElement? PerfFactor { get => _perfFactor.Value; init => _perfFactor = new(value); }
    [JsonInclude, JsonPropertyName("perf_factor")] internal Member<JsonElement?> _perfFactor;
}
