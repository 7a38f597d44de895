// There is not enough money for the operation.
namespace CloudSigma.Sdk;

/// <summary>Status 402: there is not enough money for the operation.</summary>
public sealed class InsufficientFundsException : CloudSigmaApiException
{
    /// <summary>Makes an error without details, for tests.</summary>
    public InsufficientFundsException()
    {
    }

    /// <summary>Makes an error with a message, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    public InsufficientFundsException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public InsufficientFundsException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes an error from the parts of an answer.</summary>
    /// <param name="details">The parts of the answer.</param>
    public InsufficientFundsException(ApiErrorDetails details) : base(details)
    {
    }
}
