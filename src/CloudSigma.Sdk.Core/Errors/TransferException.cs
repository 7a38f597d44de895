// A transfer failed on this side, or in a way that no single request shows.
namespace CloudSigma.Sdk;

/// <summary>A transfer cannot go on: its source changed, its target cannot be written, or the server does not keep to the protocol.</summary>
public class TransferException : CloudSigmaException
{
    /// <summary>Makes an error without a message.</summary>
    public TransferException()
    {
    }

    /// <summary>Makes an error with a message.</summary>
    /// <param name="message">What went wrong.</param>
    public TransferException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public TransferException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
