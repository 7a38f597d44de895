// Credentials are missing or wrong.
using System.Net;

namespace CloudSigma.Sdk;

/// <summary>Credentials are missing or wrong: status 401, a refused login, or a server that could not prove itself.</summary>
public class AuthenticationException : CloudSigmaApiException
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

    /// <summary>Makes an error of the client's own, which no answer tells by itself.</summary>
    internal AuthenticationException(string message, HttpStatusCode statusCode, Exception? innerException = null)
        : base(new ApiErrorDetails { Message = message, StatusCode = statusCode, Cause = innerException })
    {
    }
}
