// What the API says to an action on a server.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>The answer to an action on a server.</summary>
internal sealed record ServerActionResult : ApiModel
{
    /// <summary>Name of the action.</summary>
    [JsonIgnore]
    public string Action { get => _action.Or(""); init => _action = new(value); }
    [JsonInclude, JsonPropertyName("action")] internal Member<string> _action;

    /// <summary>What became of the request, e.g. <c>success</c>.</summary>
    [JsonIgnore]
    public string Result { get => _result.Or(""); init => _result = new(value); }
    [JsonInclude, JsonPropertyName("result")] internal Member<string> _result;

    /// <summary>Uuid of the server.</summary>
    [JsonIgnore]
    public Guid Uuid { get => _uuid.Value; init => _uuid = new(value); }
    [JsonInclude, JsonPropertyName("uuid")] internal Member<Guid> _uuid;

    /// <summary>Address of the opened screen; empty for other actions.</summary>
    [JsonIgnore]
    public string VncUrl { get => _vncUrl.Or(""); init => _vncUrl = new(value); }
    [JsonInclude, JsonPropertyName("vnc_url")] internal Member<string> _vncUrl;

    /// <summary>Address of the opened console; empty for other actions.</summary>
    [JsonIgnore]
    public string ConsoleUrl { get => _consoleUrl.Or(""); init => _consoleUrl = new(value); }
    [JsonInclude, JsonPropertyName("console_url")] internal Member<string> _consoleUrl;
}
