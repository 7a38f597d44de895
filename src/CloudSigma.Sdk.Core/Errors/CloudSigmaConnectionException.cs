// The network failed, not the API.
namespace CloudSigma.Sdk;

/// <summary>The connection could not be made, or broke before the answer was complete. Whether the server carried out a request that changes something is not known.</summary>
public sealed class CloudSigmaConnectionException : CloudSigmaException
{
    /// <summary>Makes an error without a message.</summary>
    public CloudSigmaConnectionException()
    {
    }

    /// <summary>Makes an error with a message.</summary>
    /// <param name="message">What went wrong.</param>
    public CloudSigmaConnectionException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public CloudSigmaConnectionException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
