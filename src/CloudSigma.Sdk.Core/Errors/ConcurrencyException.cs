// Two conflicting operations at once.
namespace CloudSigma.Sdk;

/// <summary>Another change of the same values is under way (error type <c>concurrency</c>). Reading the object again and repeating the change is safe.</summary>
public sealed class ConcurrencyException : CloudSigmaApiException
{
    /// <summary>Makes an error without details, for tests.</summary>
    public ConcurrencyException()
    {
    }

    /// <summary>Makes an error with a message, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    public ConcurrencyException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public ConcurrencyException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes an error from the parts of an answer.</summary>
    /// <param name="details">The parts of the answer.</param>
    public ConcurrencyException(ApiErrorDetails details) : base(details)
    {
    }
}
