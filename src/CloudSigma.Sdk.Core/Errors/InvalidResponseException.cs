// A successful answer that cannot be understood.
namespace CloudSigma.Sdk;

/// <summary>A successful answer could not be understood: malformed JSON, another content type, a missing body or members of the wrong kind.</summary>
public sealed class InvalidResponseException : CloudSigmaException
{
    /// <summary>Makes an error without a message.</summary>
    public InvalidResponseException()
    {
    }

    /// <summary>Makes an error with a message.</summary>
    /// <param name="message">What went wrong.</param>
    public InvalidResponseException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public InvalidResponseException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
