// The root of everything that the SDK throws, apart from argument errors and cancellation.
namespace CloudSigma.Sdk;

/// <summary>The base of all errors of the SDK. A caller's own cancellation is an <see cref="OperationCanceledException"/> instead.</summary>
public class CloudSigmaException : Exception
{
    /// <summary>Makes an error without a message.</summary>
    public CloudSigmaException()
    {
    }

    /// <summary>Makes an error with a message.</summary>
    /// <param name="message">What went wrong.</param>
    public CloudSigmaException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public CloudSigmaException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>How often the request was sent again before this error.</summary>
    /// <value>Default: 0.</value>
    public int Retries { get; internal set; }
}
