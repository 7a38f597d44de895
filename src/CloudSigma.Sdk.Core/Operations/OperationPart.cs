// A part of the work of an operation.
namespace CloudSigma.Sdk;

/// <summary>A part of an operation, such as one of the disks of a server that is cloned.</summary>
/// <param name="Name">What is done, e.g. <c>drive_clone</c>.</param>
/// <param name="Percent">0 to 100; null when it is not known.</param>
/// <param name="Status">The state of the part, e.g. <c>started</c> or <c>success</c>.</param>
/// <param name="Parts">Parts of the part; often none.</param>
public sealed record OperationPart(string Name, int? Percent, string Status, IReadOnlyList<OperationPart> Parts);
