// Counters of a network card.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>Counters of a network card since the start of the server.</summary>
public sealed record NicIo : ApiModel
{
    /// <summary>Bytes received.</summary>
    [JsonIgnore]
    public long BytesReceived { get => _bytesReceived.Value; init => _bytesReceived = new(value); }
    [JsonInclude, JsonPropertyName("bytes_recv")] internal Member<long> _bytesReceived;

    /// <summary>Bytes sent.</summary>
    [JsonIgnore]
    public long BytesSent { get => _bytesSent.Value; init => _bytesSent = new(value); }
    [JsonInclude, JsonPropertyName("bytes_sent")] internal Member<long> _bytesSent;

    /// <summary>Packets received.</summary>
    [JsonIgnore]
    public long PacketsReceived { get => _packetsReceived.Value; init => _packetsReceived = new(value); }
    [JsonInclude, JsonPropertyName("packets_recv")] internal Member<long> _packetsReceived;

    /// <summary>Packets sent.</summary>
    [JsonIgnore]
    public long PacketsSent { get => _packetsSent.Value; init => _packetsSent = new(value); }
    [JsonInclude, JsonPropertyName("packets_sent")] internal Member<long> _packetsSent;
}
