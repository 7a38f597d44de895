// How far an operation is.
namespace CloudSigma.Sdk;

/// <summary>How far an operation is.</summary>
/// <param name="Percent">0 to 100, from the job of the operation; null when it has none. It never goes backwards.</param>
/// <param name="Status">The status of the object as last read, e.g. <c>cloning_dst</c>.</param>
/// <param name="Elapsed">Time since the wait began.</param>
public readonly record struct OperationProgress(int? Percent, string Status, TimeSpan Elapsed)
{
    private readonly IReadOnlyList<OperationPart>? _parts;

    /// <value>The parts of the work, from the sub-jobs of the job; empty when there are none.</value>
    public IReadOnlyList<OperationPart> Parts { get => _parts ?? []; init => _parts = value; }
}
