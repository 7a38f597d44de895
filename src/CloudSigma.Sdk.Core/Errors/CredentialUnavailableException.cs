// There is no credential to use, so nothing could be asked of the API.
namespace CloudSigma.Sdk;

/// <summary>No credential could be obtained: a callback failed, or no source of settings has a usable one. The message names what was looked at.</summary>
public sealed class CredentialUnavailableException : CloudSigmaException
{
    /// <summary>Makes an error without a message.</summary>
    public CredentialUnavailableException()
    {
    }

    /// <summary>Makes an error with a message.</summary>
    /// <param name="message">What went wrong.</param>
    public CredentialUnavailableException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public CredentialUnavailableException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
