// Live data of a network card.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>Live data of a network card while the server runs.</summary>
public sealed record NicRuntime : ApiModel
{
    /// <summary>Hardware address of the card, in the list of <see cref="ServerRuntime"/>.</summary>
    [JsonIgnore]
    public string? Mac { get => _mac.Value; init => _mac = new(value); }
    [JsonInclude, JsonPropertyName("mac")] internal Member<string> _mac;

    /// <summary>Public or private.</summary>
    [JsonIgnore]
    public NetworkInterfaceType InterfaceType { get => _interfaceType.Value; init => _interfaceType = new(value); }
    [JsonInclude, JsonPropertyName("interface_type")] internal Member<NetworkInterfaceType> _interfaceType;

    /// <summary>The IPv4 address in use.</summary>
    /// <value>Null when there is none.</value>
    [JsonIgnore]
    public IPAddressReference? IPv4 { get => _iPv4.Value; init => _iPv4 = new(value); }
    [JsonInclude, JsonPropertyName("ip_v4")] internal Member<IPAddressReference> _iPv4;

    /// <summary>The IPv6 address in use.</summary>
    /// <value>Null when there is none.</value>
    [JsonIgnore]
    public IPAddressReference? IPv6 { get => _iPv6.Value; init => _iPv6 = new(value); }
    [JsonInclude, JsonPropertyName("ip_v6")] internal Member<IPAddressReference> _iPv6;

    /// <summary>Counters of the card.</summary>
    [JsonIgnore]
    public NicIo? Io { get => _io.Value; init => _io = new(value); }
    [JsonInclude, JsonPropertyName("io")] internal Member<NicIo> _io;

    /// <summary>Bytes received from outside the cloud.</summary>
    [JsonIgnore]
    public long? ReceivedForeign { get => _receivedForeign.Value; init => _receivedForeign = new(value); }
    [JsonInclude, JsonPropertyName("rx_foreign")] internal Member<long?> _receivedForeign;

    /// <summary>Bytes received inside the cloud.</summary>
    [JsonIgnore]
    public long? ReceivedLocal { get => _receivedLocal.Value; init => _receivedLocal = new(value); }
    [JsonInclude, JsonPropertyName("rx_local")] internal Member<long?> _receivedLocal;

    /// <summary>Bytes sent outside the cloud.</summary>
    [JsonIgnore]
    public long? SentForeign { get => _sentForeign.Value; init => _sentForeign = new(value); }
    [JsonInclude, JsonPropertyName("tx_foreign")] internal Member<long?> _sentForeign;

    /// <summary>Bytes sent inside the cloud.</summary>
    [JsonIgnore]
    public long? SentLocal { get => _sentLocal.Value; init => _sentLocal = new(value); }
    [JsonInclude, JsonPropertyName("tx_local")] internal Member<long?> _sentLocal;
}
