// The server refuses more requests for a while.
namespace CloudSigma.Sdk;

/// <summary>Status 429: too many requests. <see cref="CloudSigmaApiException.RetryAfter"/> says how long to wait, when the server does.</summary>
public sealed class RateLimitedException : CloudSigmaApiException
{
    /// <summary>Makes an error without details, for tests.</summary>
    public RateLimitedException()
    {
    }

    /// <summary>Makes an error with a message, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    public RateLimitedException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public RateLimitedException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes an error from the parts of an answer.</summary>
    /// <param name="details">The parts of the answer.</param>
    public RateLimitedException(ApiErrorDetails details) : base(details)
    {
    }
}
