// A change that the API would ignore without a word.
namespace CloudSigma.Sdk;

/// <summary>An update would change members that the API ignores while the server is not stopped. Nothing was sent.</summary>
public sealed class IgnoredChangesException : CloudSigmaException
{
    /// <summary>Makes an error without details, for tests.</summary>
    public IgnoredChangesException()
    {
    }

    /// <summary>Makes an error with a message, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    public IgnoredChangesException(string message) : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause, for tests.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public IgnoredChangesException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes an error with the members that would be ignored.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="members">The JSON names of the members.</param>
    /// <param name="status">The state of the server.</param>
    public IgnoredChangesException(string message, IReadOnlyList<string> members, ServerStatus status) : base(message)
    {
        ArgumentNullException.ThrowIfNull(members);
        Members = members;
        Status = status;
    }

    /// <value>The JSON names of the members whose change would be ignored, e.g. <c>cpu</c> and <c>drives</c>; in alphabetical order.</value>
    public IReadOnlyList<string> Members { get; } = [];

    /// <value>The state of the server when it was read.</value>
    public ServerStatus Status { get; }
}
