// The public configuration of a network card as the guest sees it.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>How a network card gets its public address, with the address (guide 20).</summary>
public sealed record ServerContextIPConfiguration : ApiModel
{
    /// <summary>How the card gets its address.</summary>
    [JsonIgnore]
    public IPConfigurationMode Mode { get => _mode.Value; init => _mode = new(value); }
    [JsonInclude, JsonPropertyName("conf")] internal Member<IPConfigurationMode> _mode;

    /// <summary>The address, also one that was chosen at the start.</summary>
    /// <value>Null for <see cref="IPConfigurationMode.Manual"/>.</value>
    [JsonIgnore]
    public ServerContextAddress? IP { get => _iP.Value; init => _iP = new(value); }
    [JsonInclude, JsonPropertyName("ip")] internal Member<ServerContextAddress> _iP;
}
