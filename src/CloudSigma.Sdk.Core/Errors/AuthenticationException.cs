// Credentials are missing or wrong.
namespace CloudSigma.Sdk;

/// <summary>Status 401: credentials are missing or wrong.</summary>
public sealed class AuthenticationException : CloudSigmaApiException
{
    /// <summary>Makes an error without details, for tests.</summary>
    public AuthenticationException()
    {
    }

    /// <summary>Makes an error with a message, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    public AuthenticationException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public AuthenticationException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes an error from the parts of an answer.</summary>
    /// <param name="details">The parts of the answer.</param>
    public AuthenticationException(ApiErrorDetails details) : base(details)
    {
    }
}
