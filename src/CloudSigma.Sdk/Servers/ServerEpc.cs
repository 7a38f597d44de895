// SGX memory in the definition of a server.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>An SGX enclave of a server.</summary>
public sealed record ServerEpc : ApiModel
{
    /// <summary>Bytes of enclave page cache. Required.</summary>
    [JsonIgnore]
    public ByteSize Size { get => _size.Value; init => _size = new(value); }
    [JsonInclude, JsonPropertyName("size")] internal Member<ByteSize> _size;
}
