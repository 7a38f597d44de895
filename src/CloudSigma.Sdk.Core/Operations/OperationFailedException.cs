// The cloud accepted work and could not do it.
namespace CloudSigma.Sdk;

/// <summary>An operation ended otherwise than it should.</summary>
public sealed class OperationFailedException : CloudSigmaException
{
    /// <summary>Makes an error without details, for tests.</summary>
    public OperationFailedException()
    {
    }

    /// <summary>Makes an error with a message, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    public OperationFailedException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public OperationFailedException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes an error with the last state of the operation.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="operationId">The text from which the operation can be resumed.</param>
    /// <param name="status">The status as last read.</param>
    /// <param name="lastValue">The object as last read; may be null.</param>
    public OperationFailedException(string message, string operationId, string status, object? lastValue) : base(message)
    {
        OperationId = operationId;
        Status = status;
        LastValue = lastValue;
    }

    /// <value>The text from which the operation can be resumed; empty when unknown.</value>
    public string OperationId { get; } = "";

    /// <value>The status as last read; empty when unknown.</value>
    public string Status { get; } = "";

    /// <value>The object as last read; null when there was none.</value>
    public object? LastValue { get; }
}
