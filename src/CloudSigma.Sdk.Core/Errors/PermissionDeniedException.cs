// The caller may not do this, or not in the present state.
namespace CloudSigma.Sdk;

/// <summary>Status 403: not permitted, or not allowed in the present state of the object.</summary>
public sealed class PermissionDeniedException : CloudSigmaApiException
{
    /// <summary>Makes an error without details, for tests.</summary>
    public PermissionDeniedException()
    {
    }

    /// <summary>Makes an error with a message, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    public PermissionDeniedException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public PermissionDeniedException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes an error from the parts of an answer.</summary>
    /// <param name="details">The parts of the answer.</param>
    public PermissionDeniedException(ApiErrorDetails details) : base(details)
    {
    }
}
