// The service is not available for now.
namespace CloudSigma.Sdk;

/// <summary>Status 503: the service, or capacity of it, is not available for now.</summary>
public sealed class ServiceUnavailableException : CloudSigmaApiException
{
    /// <summary>Makes an error without details, for tests.</summary>
    public ServiceUnavailableException()
    {
    }

    /// <summary>Makes an error with a message, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    public ServiceUnavailableException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public ServiceUnavailableException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes an error from the parts of an answer.</summary>
    /// <param name="details">The parts of the answer.</param>
    public ServiceUnavailableException(ApiErrorDetails details) : base(details)
    {
    }
}
