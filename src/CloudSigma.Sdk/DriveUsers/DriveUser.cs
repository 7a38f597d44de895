// How many remote desktop users a drive is licensed for.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The number of remote desktop (RDS) users of a Windows drive (guide 10).</summary>
public sealed record DriveUser : ApiModel
{
    /// <summary>The drive. There is one record per drive.</summary>
    [JsonIgnore]
    public ResourceReference? Drive { get => _drive.Value; init => _drive = new(value); }
    [JsonInclude, JsonPropertyName("drive")] internal Member<ResourceReference> _drive;

    /// <summary>Number of users.</summary>
    [JsonIgnore]
    public int Amount { get => _amount.Value; init => _amount = new(value); }
    [JsonInclude, JsonPropertyName("amount")] internal Member<int> _amount;
}
