// A GPU in the definition of a server.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A GPU of a server (guide 11).</summary>
public sealed record ServerGpu : ApiModel
{
    /// <summary>The model, a key of the capabilities, e.g. <c>nvidia_a6000</c>. Required.</summary>
    [JsonIgnore]
    public string Model { get => _model.Or(""); init => _model = new(value); }
    [JsonInclude, JsonPropertyName("model")] internal Member<string> _model;

    /// <summary>The GPU that was given.</summary>
    /// <value>Null while the server does not run. Read only: ignored by an update.</value>
    [JsonIgnore]
    public GpuInfo? Gpu { get => _gpu.Value; init => _gpu = new(value); }
    [JsonInclude, JsonPropertyName("gpu")] internal Member<GpuInfo> _gpu;
}
