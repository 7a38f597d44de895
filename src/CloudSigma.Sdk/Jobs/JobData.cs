// Details of a job.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>Details of a job.</summary>
public sealed record JobData : ApiModel
{
    /// <summary>0 to 100; 100 when finished.</summary>
    /// <value>Null when the job does not say.</value>
    [JsonIgnore]
    public int? Progress { get => _progress.Value; init => _progress = new(value); }
    [JsonInclude, JsonPropertyName("progress")] internal Member<int?> _progress;
}
