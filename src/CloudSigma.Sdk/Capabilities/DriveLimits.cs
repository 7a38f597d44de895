// What drives may be.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>Limits of drives of one storage type.</summary>
public sealed record DriveLimits : ApiModel
{
    /// <summary>Size of a drive, in bytes.</summary>
    [JsonIgnore]
    public NumberRange? Size { get => _size.Value; init => _size = new(value); }
    [JsonInclude, JsonPropertyName("size")] internal Member<NumberRange> _size;

    /// <summary>I/O operations per second.</summary>
    [JsonIgnore]
    public IopsLimits? Iops { get => _iops.Value; init => _iops = new(value); }
    [JsonInclude, JsonPropertyName("iops")] internal Member<IopsLimits> _iops;

    /// <summary>Older copy of the smallest size.</summary>
    [JsonIgnore]
    public ByteSize MinSize { get => _minSize.Value; init => _minSize = new(value); }
    [JsonInclude, JsonPropertyName("min_size")] internal Member<ByteSize> _minSize;

    /// <summary>Older copy of the largest size.</summary>
    [JsonIgnore]
    public ByteSize MaxSize { get => _maxSize.Value; init => _maxSize = new(value); }
    [JsonInclude, JsonPropertyName("max_size")] internal Member<ByteSize> _maxSize;
}
