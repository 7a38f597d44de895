// One per pipeline: it keeps what a scheme has learned from the server, such as nonces and cookies.
namespace CloudSigma.Sdk.Core.Authentication;

/// <summary>Adds proof to requests and judges answers. It is safe for concurrent use, and only ever sees requests to its own host.</summary>
internal abstract class Authenticator : IAsyncDisposable
{
    /// <value>Whether the server has to be heard before a body is sent that cannot be sent twice.</value>
    public virtual bool RequiresChallengeFirst => false;

    /// <summary>Describes a harmless request that makes the server say what it wants.</summary>
    public virtual AuthenticationProbe Probe(Uri requested) => new(HttpMethod.Get, requested, null);

    /// <summary>Adds the proof to a request.</summary>
    /// <exception cref="CloudSigmaException">There is no proof to be had.</exception>
    public abstract ValueTask ApplyAsync(HttpRequestMessage request, AuthenticationAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Looks at an answer, of any status. Its body may be read only if it is put back.</summary>
    /// <exception cref="AuthenticationException">The server could not prove itself, or no new proof is to be had.</exception>
    public abstract ValueTask<AuthenticationVerdict> OnResponseAsync(
        HttpRequestMessage request, HttpResponseMessage response, AuthenticationAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Learns from a challenge that was the answer to a request of somebody else.</summary>
    public virtual void Offer(HttpResponseMessage response)
    {
    }

    /// <summary>The request has come to its end, with an answer or without; others that wait for it go on.</summary>
    public virtual void OnEnded(AuthenticationAttempt attempt)
    {
    }

    public ValueTask DisposeAsync() => CloseAsync();

    /// <summary>Ends what the server keeps, as well as that can be done in a few seconds.</summary>
    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;
}
