// What one look at an operation can say.
namespace CloudSigma.Sdk.Core.Operations;

/// <summary>Whether an operation goes on, and how it ended.</summary>
public enum OperationOutcome
{
    /// <summary>It is under way.</summary>
    Running,

    /// <summary>It ended as it should.</summary>
    Succeeded,

    /// <summary>It ended otherwise.</summary>
    Failed,
}
