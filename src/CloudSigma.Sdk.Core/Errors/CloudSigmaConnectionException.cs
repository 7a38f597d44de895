// The network failed, not the API.
namespace CloudSigma.Sdk;

/// <summary>The connection could not be made, or broke before the answer was complete.</summary>
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

    /// <summary>Whether the request may have reached the server, so that it is not known if a change was carried out.</summary>
    /// <value>False when the request certainly never left. Default: true.</value>
    public bool MayHaveBeenSent { get; init; } = true;
}
