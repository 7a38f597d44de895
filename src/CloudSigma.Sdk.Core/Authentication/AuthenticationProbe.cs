// A request that changes nothing and makes the server say what it wants.
namespace CloudSigma.Sdk.Core.Authentication;

internal readonly record struct AuthenticationProbe(HttpMethod Method, Uri Uri, byte[]? Body);
