// A CD or DVD of a VMware server.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A CD or DVD that is attached to a VMware server.</summary>
public sealed record VmwareMedium : ApiModel
{
    /// <summary>Label of the CD or DVD drive.</summary>
    [JsonIgnore]
    public string Name { get => _name.Or(""); init => _name = new(value); }
    [JsonInclude, JsonPropertyName("mediaCdElementName")] internal Member<string> _name;

    /// <summary>File name of the image.</summary>
    [JsonIgnore]
    public string FileName { get => _fileName.Or(""); init => _fileName = new(value); }
    [JsonInclude, JsonPropertyName("mediaCdHostResource")] internal Member<string> _fileName;
}
