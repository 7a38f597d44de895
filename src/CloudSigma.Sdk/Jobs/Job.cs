// Work that goes on behind the API.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A background job (guide 15). Finished jobs are kept for 3 days.</summary>
public sealed record Job : ApiModel
{
    /// <summary>Uuid of the job.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>What is done, e.g. <c>drive_clone</c> or <c>server_clone</c>.</summary>
    [JsonIgnore]
    public string Operation { get => _operation.Or(""); init => _operation = new(value); }
    [JsonInclude, JsonPropertyName("operation")] internal Member<string> _operation;

    /// <summary>How the job goes.</summary>
    [JsonIgnore]
    public JobState State { get => _state.Value; init => _state = new(value); }
    [JsonInclude, JsonPropertyName("state")] internal Member<JobState> _state;

    /// <summary>Details, such as the progress.</summary>
    [JsonIgnore]
    public JobData? Data { get => _data.Value; init => _data = new(value); }
    [JsonInclude, JsonPropertyName("data")] internal Member<JobData> _data;

    /// <summary>Parts of the job, which may have parts of their own.</summary>
    [JsonIgnore]
    public IReadOnlyList<Job> Children { get => _children.Or([]); init => _children = new(value); }
    [JsonInclude, JsonPropertyName("children")] internal Member<IReadOnlyList<Job>> _children;

    /// <summary>Addresses of the objects involved; empty once they are gone.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Resources { get => _resources.Or([]); init => _resources = new(value); }
    [JsonInclude, JsonPropertyName("resources")] internal Member<IReadOnlyList<string>> _resources;

    /// <summary>When the job was made.</summary>
    [JsonIgnore]
    public DateTimeOffset Created { get => _created.Value; init => _created = new(value); }
    [JsonInclude, JsonPropertyName("created")] internal Member<DateTimeOffset> _created;

    /// <summary>When the job last changed.</summary>
    [JsonIgnore]
    public DateTimeOffset LastModified { get => _lastModified.Value; init => _lastModified = new(value); }
    [JsonInclude, JsonPropertyName("last_modified")] internal Member<DateTimeOffset> _lastModified;

    /// <summary>Address of the job.</summary>
    [JsonIgnore]
    public ResourceUri ResourceUri { get => _resourceUri.Value; init => _resourceUri = new(value); }
    [JsonInclude, JsonPropertyName("resource_uri")] internal Member<ResourceUri> _resourceUri;
}
