// The log messages, with event ids that never change their meaning.
using Microsoft.Extensions.Logging;

namespace CloudSigma.Sdk.Core.Diagnostics;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{OperationId}: {Method} {Path}")]
    public static partial void Started(ILogger logger, string? operationId, HttpMethod method, string path);

    [LoggerMessage(2, LogLevel.Debug, "{OperationId}: {Method} {Path} answered {StatusCode} [request {RequestId}] after {Retries} retries and {Milliseconds:0.0} ms")]
    public static partial void Succeeded(ILogger logger, string? operationId, HttpMethod method, string path, int? statusCode, string? requestId, int retries, double milliseconds);

    [LoggerMessage(3, LogLevel.Information, "{OperationId}: {Method} {Path} failed with {Error}; retry {Retry} in {Milliseconds:0} ms")]
    public static partial void Retrying(ILogger logger, string? operationId, HttpMethod method, string path, string error, int retry, double milliseconds);

    [LoggerMessage(4, LogLevel.Warning, "{OperationId}: {Method} {Path} failed with {Error} (status {StatusCode}) [request {RequestId}] after {Retries} retries and {Milliseconds:0.0} ms")]
    public static partial void Failed(ILogger logger, string? operationId, HttpMethod method, string path, string? error, int? statusCode, string? requestId, int retries, double milliseconds);

    [LoggerMessage(5, LogLevel.Debug, "{OperationId}: {Method} {Path} waited {Milliseconds:0} ms for the rate limiter")]
    public static partial void WaitedForRateLimit(ILogger logger, string? operationId, HttpMethod method, string path, double milliseconds);

    [LoggerMessage(6, LogLevel.Warning, "{OperationId}: {Method} {Path} is not sent again: the retry budget of the client is used up")]
    public static partial void BudgetIsEmpty(ILogger logger, string? operationId, HttpMethod method, string path);

    [LoggerMessage(7, LogLevel.Trace, "{OperationId}: {Direction} body: {Body}")]
    public static partial void Body(ILogger logger, string? operationId, string direction, string body);
}
