// An answer of the API that says no.
using System.Net;

namespace CloudSigma.Sdk;

/// <summary>The API answered with an error status. Subtypes exist where code usually branches.</summary>
public class CloudSigmaApiException : CloudSigmaException
{
    /// <summary>Makes an error without details, for tests.</summary>
    public CloudSigmaApiException() : this(new ApiErrorDetails())
    {
    }

    /// <summary>Makes an error with a message, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    public CloudSigmaApiException(string message) : this(new ApiErrorDetails { Message = message })
    {
    }

    /// <summary>Makes an error with a message and its cause, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public CloudSigmaApiException(string message, Exception? innerException) : this(new ApiErrorDetails { Message = message, Cause = innerException })
    {
    }

    /// <summary>Makes an error from the parts of an answer.</summary>
    /// <param name="details">The parts of the answer.</param>
    public CloudSigmaApiException(ApiErrorDetails details) : base(details?.Message ?? throw new ArgumentNullException(nameof(details)), details.Cause)
    {
        StatusCode = details.StatusCode;
        Errors = details.Errors;
        RequestId = details.RequestId;
        Body = details.Body;
        OperationId = details.OperationId;
        RetryAfter = details.RetryAfter;
    }

    /// <value>The HTTP status of the answer.</value>
    public HttpStatusCode StatusCode { get; }

    /// <value>The errors that the API gave; empty when the body had another form (HTML, text, nothing).</value>
    public IReadOnlyList<ApiError> Errors { get; }

    /// <value>The <c>X-REQUEST-ID</c> of the answer, to be named in error reports; null when there was none.</value>
    public string? RequestId { get; }

    /// <value>The first 1,024 bytes of the body with secrets removed; empty when there was none.</value>
    public string Body { get; }

    /// <value>The id of the operation, e.g. <c>servers-start</c>; null for requests without one.</value>
    public string? OperationId { get; }

    /// <value>How long the server asks to wait before the next try; null when it did not say.</value>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Whether one of the errors is of a kind.</summary>
    /// <param name="type">The kind.</param>
    /// <returns>True when there is one.</returns>
    public bool HasError(ApiErrorType type) => Errors.Any(e => e.Type == type);
}
