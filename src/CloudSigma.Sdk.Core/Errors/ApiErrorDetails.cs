// The parts of an error answer, gathered before the fitting exception type is chosen.
using System.Net;

namespace CloudSigma.Sdk;

/// <summary>The parts of an error answer. Applications need it only to make exceptions in tests.</summary>
public sealed record ApiErrorDetails
{
    /// <value>The message of the exception.</value>
    public string Message { get; init; } = "The API answered with an error.";

    /// <value>The HTTP status of the answer.</value>
    public HttpStatusCode StatusCode { get; init; } = HttpStatusCode.InternalServerError;

    /// <value>The errors that the API gave; empty by default.</value>
    public IReadOnlyList<ApiError> Errors { get; init; } = [];

    /// <value>The <c>X-REQUEST-ID</c> of the answer; null when there was none.</value>
    public string? RequestId { get; init; }

    /// <value>The beginning of the body; empty by default.</value>
    public string Body { get; init; } = "";

    /// <value>The id of the operation; null for requests without one.</value>
    public string? OperationId { get; init; }

    /// <value>How long the server asks to wait; null when it did not say.</value>
    public TimeSpan? RetryAfter { get; init; }

    /// <value>The cause; null by default.</value>
    public Exception? Cause { get; init; }

    /// <summary>What an error says, under another message.</summary>
    internal static ApiErrorDetails Of(CloudSigmaApiException error, string message) => new()
    {
        Message = message,
        StatusCode = error.StatusCode,
        Errors = error.Errors,
        RequestId = error.RequestId,
        Body = error.Body,
        OperationId = error.OperationId,
        RetryAfter = error.RetryAfter,
    };
}
