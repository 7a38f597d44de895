// A public address as the guest sees it.
using System.Net;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A public address of a network card with what the guest needs to configure it (guide 20).</summary>
public sealed record ServerContextAddress : ApiModel
{
    /// <summary>The address.</summary>
    [JsonIgnore]
    public IPAddress? Address { get => _address.Value?.Address; init => _address = new(value is null ? null : new IPAddressReference(value)); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<IPAddressReference> _address;

    /// <summary>The default gateway.</summary>
    [JsonIgnore]
    public IPAddress? Gateway { get => _gateway.Value?.Address; init => _gateway = new(value is null ? null : new IPAddressReference(value)); }
    [JsonInclude, JsonPropertyName("gateway")] internal Member<IPAddressReference> _gateway;

    /// <summary>The length of the network prefix in bits, e.g. 24.</summary>
    [JsonIgnore]
    public int Netmask { get => _netmask.Value; init => _netmask = new(value); }
    [JsonInclude, JsonPropertyName("netmask")] internal Member<int> _netmask;

    /// <summary>The DNS servers.</summary>
    [JsonIgnore]
    public IReadOnlyList<IPAddress> Nameservers
    {
        get => [.. _nameservers.Or([]).Select(static n => n.Address)];
        init => _nameservers = new([.. value.Select(static n => new IPAddressReference(n))]);
    }
    [JsonInclude, JsonPropertyName("nameservers")] internal Member<IReadOnlyList<IPAddressReference>> _nameservers;

    /// <summary>Free keys and values of the address.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Meta { get => _meta.Or(EmptyMap.Instance); init => _meta = new(value); }
    [JsonInclude, JsonPropertyName("meta")] internal Member<IReadOnlyDictionary<string, string>> _meta;

    /// <summary>Tags of the address.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResourceReference> Tags { get => _tags.Or([]); init => _tags = new(value); }
    [JsonInclude, JsonPropertyName("tags")] internal Member<IReadOnlyList<ResourceReference>> _tags;
}
