// One entry of an error answer.
namespace CloudSigma.Sdk;

/// <summary>One error of an answer (guide 6).</summary>
/// <param name="Type">The kind of error.</param>
/// <param name="Message">Readable text of the server; empty when it gave none.</param>
/// <param name="Point">The member at fault; null when the error is not tied to one.</param>
public sealed record ApiError(ApiErrorType Type, string Message, string? Point);
