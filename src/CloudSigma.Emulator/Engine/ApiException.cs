// A refusal in the form of the API: a status and one or more errors.
namespace CloudSigma.Emulator.Engine;

internal sealed class ApiException(int status, IReadOnlyList<ApiError> errors) : Exception(errors[0].Message)
{
    public int Status { get; } = status;

    public IReadOnlyList<ApiError> Errors { get; } = errors;

    /// <summary>The methods of the address, for the header <c>Allow</c> of a 405.</summary>
    public IReadOnlyList<string> Allowed { get; private init; } = [];

    /// <summary>When to try again, for the header <c>Retry-After</c>.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public static ApiException Validation(string message, string? point) => Single(400, "validation", message, point);

    public static ApiException Permission(string message, string? point = null) => Single(403, "permission", message, point);

    public static ApiException NotFound(string message) => Single(404, "notexist", message, null);

    public static ApiException NotAuthenticated() =>
        Single(401, "permission", "The credentials are missing or wrong", null);

    /// <summary>Credentials of a kind that an address does not take.</summary>
    public static ApiException NotAuthenticated(string message) => Single(401, "permission", message, null);

    /// <summary>A body of unknown length where the length has to be known.</summary>
    public static ApiException LengthRequired(string message) => Single(411, "validation", message, null);

    public static ApiException NotAcceptable(string message) => Single(406, "validation", message, null);

    /// <summary>A crossed rate limit. The API documents neither status nor type for it; 429 and <c>ratelimit</c> are the choice of the emulator.</summary>
    public static ApiException TooManyRequests(string message, TimeSpan retryAfter) =>
        new(429, [new ApiError("ratelimit", message, null)]) { RetryAfter = retryAfter };

    /// <summary>The cloud is full for the moment. The API documents the message and not the status; 503 is the choice of the emulator.</summary>
    public static ApiException NoRoom(string message) => Single(503, "backend", message, null);

    /// <summary>There is not enough money.</summary>
    public static ApiException Billing(string message) => Single(402, "billing", message, null);

    public static ApiException MethodNotAllowed(string method, IReadOnlyList<string> allowed) =>
        new(405, [new ApiError("permission", $"{method} is not supported by this address", null)]) { Allowed = allowed };

    private static ApiException Single(int status, string type, string message, string? point) =>
        new(status, [new ApiError(type, message, point)]);
}
