// A deadline passed. A caller's cancellation is something else.
namespace CloudSigma.Sdk;

/// <summary>The server did not answer, or stopped sending, within the deadline of the options.</summary>
public sealed class CloudSigmaTimeoutException : CloudSigmaException
{
    /// <summary>Makes an error without a message.</summary>
    public CloudSigmaTimeoutException()
    {
    }

    /// <summary>Makes an error with a message.</summary>
    /// <param name="message">What went wrong.</param>
    public CloudSigmaTimeoutException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public CloudSigmaTimeoutException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
