// What a retry rule can look at.
namespace CloudSigma.Sdk;

/// <summary>A failed try, as <see cref="RetryOptions.ShouldRetry"/> sees it.</summary>
/// <param name="OperationId">The id of the operation, e.g. <c>servers-start</c>; null for a request that the SDK does not model.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Safety">Whether the operation may be sent again by its definition.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="Retries">How often the request was sent again already.</param>
/// <param name="IsRetriedByDefault">What the rules of the SDK say.</param>
public readonly record struct RetryArguments(
    string? OperationId, HttpMethod Method, RequestSafety Safety, CloudSigmaException Error, int Retries, bool IsRetriedByDefault);
