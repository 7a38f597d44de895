// The account has a second factor, and nothing can give its code.
namespace CloudSigma.Sdk;

/// <summary>The account asks for a one-time password, and <see cref="SessionOptions.OneTimePassword"/> is not set.</summary>
public sealed class OneTimePasswordRequiredException : AuthenticationException
{
    /// <summary>Makes an error without details, for tests.</summary>
    public OneTimePasswordRequiredException()
    {
    }

    /// <summary>Makes an error with a message, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    public OneTimePasswordRequiredException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public OneTimePasswordRequiredException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes an error from the parts of an answer.</summary>
    /// <param name="details">The parts of the answer.</param>
    public OneTimePasswordRequiredException(ApiErrorDetails details) : base(details)
    {
    }
}
