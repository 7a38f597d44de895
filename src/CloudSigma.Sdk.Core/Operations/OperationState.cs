// The result of one look at an operation.
namespace CloudSigma.Sdk.Core.Operations;

/// <summary>What one look at an operation showed.</summary>
/// <typeparam name="T">Type of the object.</typeparam>
/// <param name="Value">The object as it is now.</param>
/// <param name="Outcome">Whether the operation goes on.</param>
/// <param name="Status">The status of the object.</param>
/// <param name="Percent">0 to 100; null when there is no job.</param>
public readonly record struct OperationState<T>(T Value, OperationOutcome Outcome, string Status, int? Percent = null)
{
    private readonly IReadOnlyList<OperationPart>? _parts;

    /// <value>The parts of the work; empty when there are none.</value>
    public IReadOnlyList<OperationPart> Parts { get => _parts ?? []; init => _parts = value; }
}
