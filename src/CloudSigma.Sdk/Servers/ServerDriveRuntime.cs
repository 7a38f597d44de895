// Live data of an attached drive.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>Live data of an attached drive.</summary>
public sealed record ServerDriveRuntime : ApiModel
{
    /// <summary>I/O counters.</summary>
    [JsonIgnore]
    public DriveIo? Io { get => _io.Value; init => _io = new(value); }
    [JsonInclude, JsonPropertyName("io")] internal Member<DriveIo> _io;
}
