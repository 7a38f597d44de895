// What arrived is not what was sent.
namespace CloudSigma.Sdk;

/// <summary>What arrived is not what was sent: another length, or other bytes.</summary>
public sealed class TransferIntegrityException : TransferException
{
    /// <summary>Makes an error without a message.</summary>
    public TransferIntegrityException()
    {
    }

    /// <summary>Makes an error with a message.</summary>
    /// <param name="message">What went wrong.</param>
    public TransferIntegrityException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public TransferIntegrityException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
