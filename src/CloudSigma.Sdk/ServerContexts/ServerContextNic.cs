// A network card as the guest sees it.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A network card in the server context, with its addresses in full (guide 20).</summary>
public sealed record ServerContextNic : ApiModel
{
    /// <summary>Hardware address.</summary>
    [JsonIgnore]
    public string? Mac { get => _mac.Value; init => _mac = new(value); }
    [JsonInclude, JsonPropertyName("mac")] internal Member<string> _mac;

    /// <summary>The card that the guest sees.</summary>
    [JsonIgnore]
    public NicModel Model { get => _model.Value; init => _model = new(value); }
    [JsonInclude, JsonPropertyName("model")] internal Member<NicModel> _model;

    /// <summary>The private network.</summary>
    /// <value>Null on a public card.</value>
    [JsonIgnore]
    public ResourceReference? Vlan { get => _vlan.Value; init => _vlan = new(value); }
    [JsonInclude, JsonPropertyName("vlan")] internal Member<ResourceReference> _vlan;

    /// <summary>The public IPv4 configuration.</summary>
    /// <value>Null on a private card.</value>
    [JsonIgnore]
    public ServerContextIPConfiguration? IPv4 { get => _iPv4.Value; init => _iPv4 = new(value); }
    [JsonInclude, JsonPropertyName("ip_v4_conf")] internal Member<ServerContextIPConfiguration> _iPv4;

    /// <summary>The public IPv6 configuration.</summary>
    /// <value>Null on a private card.</value>
    [JsonIgnore]
    public ServerContextIPConfiguration? IPv6 { get => _iPv6.Value; init => _iPv6 = new(value); }
    [JsonInclude, JsonPropertyName("ip_v6_conf")] internal Member<ServerContextIPConfiguration> _iPv6;

    /// <summary>Position in the network boot sequence.</summary>
    /// <value>Null when the card is not bootable.</value>
    [JsonIgnore]
    public int? BootOrder { get => _bootOrder.Value; init => _bootOrder = new(value); }
    [JsonInclude, JsonPropertyName("boot_order")] internal Member<int?> _bootOrder;
}
