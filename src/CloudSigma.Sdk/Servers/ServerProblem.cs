// Why a location would not take a server.
namespace CloudSigma.Sdk;

/// <summary>A member of a definition that does not fit what a location offers.</summary>
/// <param name="Member">The JSON name of the member, e.g. <c>cpu</c>.</param>
/// <param name="Message">What does not fit, with the limit.</param>
public sealed record ServerProblem(string Member, string Message);
