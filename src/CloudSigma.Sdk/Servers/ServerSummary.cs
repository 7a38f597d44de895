// A server as the brief list gives it.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The brief form of a server, or the members chosen with <see cref="ServerFilter.Fields"/>.</summary>
/// <remarks>Other members that were chosen are in <see cref="ApiModel.AdditionalMembers"/>.</remarks>
public sealed record ServerSummary : ApiModel
{
    /// <summary>Uuid of the server.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Label of the server.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("name")] internal Member<string> _name;

    /// <summary>State of the server.</summary>
    [JsonIgnore]
    public ServerStatus Status { get => _status.Value; init => _status = new(value); }
    [JsonInclude, JsonPropertyName("status")] internal Member<ServerStatus> _status;

    /// <summary>Live data.</summary>
    /// <value>Null while the server does not run.</value>
    [JsonIgnore]
    public ServerRuntime? Runtime { get => _runtime.Value; init => _runtime = new(value); }
    [JsonInclude, JsonPropertyName("runtime")] internal Member<ServerRuntime> _runtime;

    /// <summary>The user that owns the server.</summary>
    [JsonIgnore]
    public ResourceReference? Owner { get => _owner.Value; init => _owner = new(value); }
    [JsonInclude, JsonPropertyName("owner")] internal Member<ResourceReference> _owner;

    /// <summary>Address of the server.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;
}
