// A disk of a VMware server.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A virtual disk of a VMware server.</summary>
public sealed record VmwareDisk : ApiModel
{
    /// <summary>Label of the disk.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("diskElementName")] internal Member<string> _name;

    /// <summary>Size in bytes.</summary>
    [JsonIgnore]
    public ByteSize Size { get => _size.Value; init => _size = new(value); }
    [JsonInclude, JsonPropertyName("diskVirtualQuantityInBytes")] internal Member<ByteSize> _size;
}
