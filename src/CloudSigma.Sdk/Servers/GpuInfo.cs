// A GPU that a server has got.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A GPU that a running server has got.</summary>
public sealed record GpuInfo : ApiModel
{
    /// <summary>Uuid of the GPU.</summary>
    [JsonIgnore]
    public Guid? Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid?> _uuid;

    /// <summary>Short name of the model.</summary>
    [JsonIgnore]
    public string? ModelId { get => _modelId.Value; init => _modelId = new(value); }
    [JsonInclude, JsonPropertyName("model_id")] internal Member<string> _modelId;

    /// <summary>Owner of the GPU.</summary>
    [JsonIgnore]
    public ResourceReference? Owner { get => _owner.Value; init => _owner = new(value); }
    [JsonInclude, JsonPropertyName("owner")] internal Member<ResourceReference> _owner;

    /// <summary>Address of the GPU; no operation on it is documented.</summary>
    [JsonIgnore]
    public ResourceUri? ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri?> _resourceUri;
}
