// The public address of a network card.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>How a network card gets a public address (guide 12).</summary>
public sealed record IPConfiguration : ApiModel
{
    /// <summary>How the card gets its address. Required.</summary>
    [JsonIgnore]
    public IPConfigurationMode Mode { get => _mode.Value; init => _mode = new(value); }
    [JsonInclude, JsonPropertyName("conf")] internal Member<IPConfigurationMode> _mode;

    /// <summary>The address for <see cref="IPConfigurationMode.Static"/>.</summary>
    /// <value>Null for the other modes.</value>
    [JsonIgnore]
    public IPAddressReference? IP { get => _iP.Value; init => _iP = new(value); }
    [JsonInclude, JsonPropertyName("ip")] internal Member<IPAddressReference> _iP;
}
