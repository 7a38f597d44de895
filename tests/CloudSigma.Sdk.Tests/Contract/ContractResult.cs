// What the check of one example found.
namespace CloudSigma.Sdk.Tests.Contract;

/// <param name="Example">Name of the example.</param>
/// <param name="Differences">What is not as documented; empty when all is.</param>
/// <param name="KeptMembers">Members that the SDK keeps without knowing them.</param>
/// <param name="Reason">Why there is a declared exception; null without one.</param>
/// <param name="MissingFiles">Files that are named in the table but not there.</param>
internal sealed record ContractResult(
    string Example, IReadOnlyList<string> Differences, IReadOnlyCollection<string> KeptMembers, string? Reason, IReadOnlyList<string> MissingFiles);
