// A network adapter of a VMware server.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A network adapter of a VMware server. Numbers and flags are texts in this part of the API, and are kept as they come.</summary>
public sealed record VmwareNic : ApiModel
{
    /// <summary>Number of the adapter, as text.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public string? Index { get => _index.Value; init => _index = new(value); }
    [JsonInclude, JsonPropertyName("index")] internal Member<string> _index;

    /// <summary>Whether the adapter is connected, as the text <c>true</c> or <c>false</c> in any case. <see cref="IsConnected"/> reads it.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public string? Connected { get => _connected.Value; init => _connected = new(value); }
    [JsonInclude, JsonPropertyName("connected")] internal Member<string> _connected;

    /// <summary>Whether this is the main adapter, as the text <c>true</c> or <c>false</c> in any case. <see cref="IsPrimary"/> reads it.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public string? Primary { get => _primary.Value; init => _primary = new(value); }
    [JsonInclude, JsonPropertyName("primary")] internal Member<string> _primary;

    /// <summary>Name of the network.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public string? Network { get => _network.Value; init => _network = new(value); }
    [JsonInclude, JsonPropertyName("network")] internal Member<string> _network;

    /// <summary>The IP address.</summary>
    /// <value>Null when there is none.</value>
    [JsonIgnore]
    public string? IPAddress { get => _iPAddress.Value; init => _iPAddress = new(value); }
    [JsonInclude, JsonPropertyName("ip_address")] internal Member<string> _iPAddress;

    /// <summary>How the adapter gets its address, e.g. <c>MANUAL</c>.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public string? IPAddressMode { get => _iPAddressMode.Value; init => _iPAddressMode = new(value); }
    [JsonInclude, JsonPropertyName("ip_address_mode")] internal Member<string> _iPAddressMode;

    /// <summary>Hardware address.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public string? Mac { get => _mac.Value; init => _mac = new(value); }
    [JsonInclude, JsonPropertyName("mac_address")] internal Member<string> _mac;

    /// <summary>The adapter that the guest sees, e.g. <c>VMXNET3</c>.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public string? AdapterType { get => _adapterType.Value; init => _adapterType = new(value); }
    [JsonInclude, JsonPropertyName("adapter_type")] internal Member<string> _adapterType;

    /// <summary>Whether the adapter is connected.</summary>
    /// <value>Null when <see cref="Connected"/> is no flag.</value>
    [JsonIgnore]
    public bool? IsConnected => bool.TryParse(Connected, out var flag) ? flag : null;

    /// <summary>Whether this is the main adapter.</summary>
    /// <value>Null when <see cref="Primary"/> is no flag.</value>
    [JsonIgnore]
    public bool? IsPrimary => bool.TryParse(Primary, out var flag) ? flag : null;
}
