// What an authenticator says about an answer.
namespace CloudSigma.Sdk.Core.Authentication;

/// <param name="SendAgain">The request can be sent again with new proof.</param>
/// <param name="Hint">Why a 401 is final, for the message of the exception; null when the answer says all.</param>
internal readonly record struct AuthenticationVerdict(bool SendAgain, string? Hint)
{
    public static AuthenticationVerdict Accept => default;

    public static AuthenticationVerdict Again => new(true, null);

    public static AuthenticationVerdict Refuse(string hint) => new(false, hint);
}
