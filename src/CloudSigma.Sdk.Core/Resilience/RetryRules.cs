// The rules by which a failed try is repeated. docs/resilience.md has them as a table.
using System.Net;

namespace CloudSigma.Sdk.Core.Resilience;

internal static class RetryRules
{
    /// <summary>Whether sending again is safe and of use.</summary>
    public static bool ShouldRetry(RequestSafety safety, CloudSigmaException error) => error switch
    {
        // What never left may always be sent, also a create.
        CloudSigmaConnectionException { MayHaveBeenSent: false } => true,
        CloudSigmaConnectionException or CloudSigmaTimeoutException => safety == RequestSafety.Idempotent,
        ConcurrencyException => safety != RequestSafety.Once,
        CloudSigmaApiException { StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } => safety != RequestSafety.Once,
        CloudSigmaApiException
        {
            StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout,
        } => safety == RequestSafety.Idempotent,
        _ => false,
    };

    /// <summary>Whether an error leaves open if the server carried the request out.</summary>
    public static bool IsAmbiguous(CloudSigmaException error) => error switch
    {
        CloudSigmaConnectionException connection => connection.MayHaveBeenSent,
        CloudSigmaTimeoutException or InvalidResponseException => true,
        CloudSigmaApiException api => (int)api.StatusCode >= 500,
        _ => false,
    };

    /// <summary>
    /// Whether an action may have begun although it failed: the error leaves it open, or a repeated try was refused, as it is when the first one was carried out.
    /// </summary>
    public static bool MayHaveBegun(CloudSigmaException error) =>
        IsAmbiguous(error) || error is PermissionDeniedException { Retries: > 0 };
}
