// One name and value of a challenge.
namespace CloudSigma.Sdk.Core.Authentication;

internal readonly record struct AuthParameter(string Name, string Value, bool IsQuoted);
