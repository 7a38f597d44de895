// A wait was given up.
namespace CloudSigma.Sdk;

/// <summary>An operation did not end within the time that the options allow. It may still end.</summary>
public sealed class OperationTimeoutException : CloudSigmaException
{
    /// <summary>Makes an error without details, for tests.</summary>
    public OperationTimeoutException()
    {
    }

    /// <summary>Makes an error with a message, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    public OperationTimeoutException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public OperationTimeoutException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes an error with the last state of the operation.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="operationId">The text from which the operation can be resumed.</param>
    /// <param name="status">The status as last read.</param>
    /// <param name="lastValue">The object as last read; may be null.</param>
    public OperationTimeoutException(string message, string operationId, string status, object? lastValue) : base(message)
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
