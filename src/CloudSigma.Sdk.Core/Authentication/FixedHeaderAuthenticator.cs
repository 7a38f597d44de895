// Schemes whose proof is the same in every request: Basic and Bearer.
using System.Diagnostics;
using System.Net;

namespace CloudSigma.Sdk.Core.Authentication;

/// <param name="header">The value of <c>Authorization</c>.</param>
/// <param name="hint">What a 401 means.</param>
internal sealed class FixedHeaderAuthenticator(string header, string hint) : Authenticator
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _header = header;

    public override ValueTask ApplyAsync(HttpRequestMessage request, AuthenticationAttempt attempt, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation("Authorization", _header);
        return ValueTask.CompletedTask;
    }

    public override ValueTask<AuthenticationVerdict> OnResponseAsync(
        HttpRequestMessage request, HttpResponseMessage response, AuthenticationAttempt attempt, CancellationToken cancellationToken) =>
        new(response.StatusCode == HttpStatusCode.Unauthorized ? AuthenticationVerdict.Refuse(hint) : AuthenticationVerdict.Accept);
}
