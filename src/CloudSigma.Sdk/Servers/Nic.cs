// A network card in the definition of a server.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A network card of a server (guide 12).</summary>
public sealed record Nic : ApiModel
{
    /// <summary>Hardware address. It identifies the card in an update; leave it out to add a card.</summary>
    [JsonIgnore]
    public string? Mac { get => _mac.Value; init => _mac = new(value); }
    [JsonInclude, JsonPropertyName("mac")] internal Member<string> _mac;

    /// <summary>The card that the guest sees.</summary>
    [JsonIgnore]
    public NicModel Model { get => _model.Value; init => _model = new(value); }
    [JsonInclude, JsonPropertyName("model")] internal Member<NicModel> _model;

    /// <summary>The private network. It excludes a public address.</summary>
    [JsonIgnore]
    public ResourceReference? Vlan { get => _vlan.Value; init => _vlan = new(value); }
    [JsonInclude, JsonPropertyName("vlan")] internal Member<ResourceReference> _vlan;

    /// <summary>The public IPv4 configuration.</summary>
    /// <value>Null on a private card.</value>
    [JsonIgnore]
    public IPConfiguration? IPv4 { get => _iPv4.Value; init => _iPv4 = new(value); }
    [JsonInclude, JsonPropertyName("ip_v4_conf")] internal Member<IPConfiguration> _iPv4;

    /// <summary>The public IPv6 configuration.</summary>
    /// <value>Null on a private card.</value>
    [JsonIgnore]
    public IPConfiguration? IPv6 { get => _iPv6.Value; init => _iPv6 = new(value); }
    [JsonInclude, JsonPropertyName("ip_v6_conf")] internal Member<IPConfiguration> _iPv6;

    /// <summary>Position in the network boot sequence.</summary>
    /// <value>Null when the card is not bootable.</value>
    [JsonIgnore]
    public int? BootOrder { get => _bootOrder.Value; init => _bootOrder = new(value); }
    [JsonInclude, JsonPropertyName("boot_order")] internal Member<int?> _bootOrder;

    /// <summary>The firewall policy, a feature that was retired in 2022.</summary>
    [JsonIgnore]
    public ResourceReference? FirewallPolicy { get => _firewallPolicy.Value; init => _firewallPolicy = new(value); }
    [JsonInclude, JsonPropertyName("firewall_policy")] internal Member<ResourceReference> _firewallPolicy;

    /// <summary>Live data.</summary>
    /// <value>Null while the server does not run.</value>
    [JsonIgnore]
    public NicRuntime? Runtime { get => _runtime.Value; init => _runtime = new(value); }
    [JsonInclude, JsonPropertyName("runtime")] internal Member<NicRuntime> _runtime;

    /// <summary>Makes a card to add to a server.</summary>
    /// <param name="configuration">What the card is connected to.</param>
    /// <param name="model">The card that the guest sees; null for the default, virtio.</param>
    /// <returns>The card, without hardware address: the API generates it.</returns>
    public static Nic Create(NicConfiguration configuration, NicModel? model = null)
    {
        var nic = new Nic().WithConfiguration(configuration);
        return model is { } wanted ? nic with { Model = wanted } : nic;
    }

    /// <summary>Connects the card to something else. Everything else of it stays: hardware address, model, boot order, and members that the SDK does not know.</summary>
    /// <param name="configuration">What the card is connected to.</param>
    /// <returns>The changed card.</returns>
    public Nic WithConfiguration(NicConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return this with
        {
            _vlan = Replace(_vlan, configuration.Vlan is { } vlan ? new ResourceReference(vlan) : null),
            _iPv4 = Replace(_iPv4, configuration.IPv4?.ToConfiguration()),
            _iPv6 = Replace(_iPv6, configuration.IPv6?.ToConfiguration()),
        };
    }

    /// <summary>A member that was not there stays away instead of becoming null, as in the documented requests.</summary>
    private static Member<T> Replace<T>(Member<T> old, T? value) where T : class => value is null && !old.IsPresent ? old : new Member<T>(value);
}
