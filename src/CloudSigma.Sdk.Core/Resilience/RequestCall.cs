// One call of a client, with all its tries.
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk.Core.Resilience;

/// <summary>What the strategies and the telemetry of one call share.</summary>
internal sealed class RequestCall(ApiRequest request)
{
    public ApiRequest Request { get; } = request;

    /// <summary>How often the request was sent again.</summary>
    public int Retries { get; set; }

    /// <summary>The status of the last answer; null without one.</summary>
    public int? StatusCode { get; set; }

    /// <summary>The request id of the last answer.</summary>
    public string? RequestId { get; set; }
}
