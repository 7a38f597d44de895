// The object does not exist.
namespace CloudSigma.Sdk;

/// <summary>Status 404: the object does not exist, or no longer.</summary>
public sealed class ResourceNotFoundException : CloudSigmaApiException
{
    /// <summary>Makes an error without details, for tests.</summary>
    public ResourceNotFoundException()
    {
    }

    /// <summary>Makes an error with a message, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    public ResourceNotFoundException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public ResourceNotFoundException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes an error from the parts of an answer.</summary>
    /// <param name="details">The parts of the answer.</param>
    public ResourceNotFoundException(ApiErrorDetails details) : base(details)
    {
    }
}
