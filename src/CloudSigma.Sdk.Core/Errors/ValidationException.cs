// The server found submitted data wrong.
namespace CloudSigma.Sdk;

/// <summary>Status 400: the server found the submitted data wrong. <see cref="CloudSigmaApiException.Errors"/> name the members.</summary>
public sealed class ValidationException : CloudSigmaApiException
{
    /// <summary>Makes an error without details, for tests.</summary>
    public ValidationException()
    {
    }

    /// <summary>Makes an error with a message, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    public ValidationException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public ValidationException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes an error from the parts of an answer.</summary>
    /// <param name="details">The parts of the answer.</param>
    public ValidationException(ApiErrorDetails details) : base(details)
    {
    }
}
