// Asks the application for a credential on first use, and once more for each burst of 401s.
using System.Net;

namespace CloudSigma.Sdk.Core.Authentication;

internal sealed class CallbackAuthenticator : Authenticator
{
    private const string NothingNew = "The callback of the credential was asked again and gave none that the server takes.";

    private readonly CallbackCredential _source;
    private readonly AuthenticatorContext _context;
    private readonly SingleFlight<Authenticator> _flight;
    private CloudSigmaCredential? _credential;
    private Authenticator? _current;
    private int _asked;

    public CallbackAuthenticator(CallbackCredential source, AuthenticatorContext context)
    {
        _source = source;
        _context = context;
        _flight = new SingleFlight<Authenticator>(context.RequestTimeout, context.TimeProvider);
    }

    public override bool RequiresChallengeFirst => Volatile.Read(ref _current) is not { } current || current.RequiresChallengeFirst;

    public override AuthenticationProbe Probe(Uri requested) => Volatile.Read(ref _current) is { } current ? current.Probe(requested) : base.Probe(requested);

    public override async ValueTask ApplyAsync(HttpRequestMessage request, AuthenticationAttempt attempt, CancellationToken cancellationToken)
    {
        var current = Volatile.Read(ref _current) ?? await _flight.RunAsync(() => _current, AskAsync, cancellationToken).ConfigureAwait(false);
        try
        {
            await ApplyAsync(current, request, attempt, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthenticationException)
        {
            // Its login was refused: the secret may have changed since the callback gave it.
            if (await RenewAsync(current, attempt.Asked, cancellationToken).ConfigureAwait(false) is not { } renewed) throw;
            await ApplyAsync(renewed, request, attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    public override async ValueTask<AuthenticationVerdict> OnResponseAsync(
        HttpRequestMessage request, HttpResponseMessage response, AuthenticationAttempt attempt, CancellationToken cancellationToken)
    {
        var owner = attempt.Owner!;
        var verdict = await owner.OnResponseAsync(request, response, attempt, cancellationToken).ConfigureAwait(false);
        if (verdict.SendAgain || response.StatusCode != HttpStatusCode.Unauthorized) return verdict;
        if (await RenewAsync(owner, attempt.Asked, cancellationToken).ConfigureAwait(false) is not { } renewed)
            return AuthenticationVerdict.Refuse($"{verdict.Hint} {NothingNew}".TrimStart());
        renewed.Offer(response);
        return AuthenticationVerdict.Again;
    }

    public override void OnEnded(AuthenticationAttempt attempt) => attempt.Owner?.OnEnded(attempt);

    protected override async ValueTask CloseAsync()
    {
        _flight.Dispose();
        if (Interlocked.Exchange(ref _current, null) is { } current) await current.DisposeAsync().ConfigureAwait(false);
    }

    private ValueTask ApplyAsync(Authenticator owner, HttpRequestMessage request, AuthenticationAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.Owner is { } former && former != owner)
        {
            former.OnEnded(attempt);
            attempt.Proof = null;
        }

        attempt.Owner = owner;
        attempt.Asked = Volatile.Read(ref _asked);
        return owner.ApplyAsync(request, attempt, cancellationToken);
    }

    /// <summary>The authenticator after a refused one; null when there is no other. Many requests that were refused together ask once.</summary>
    private async ValueTask<Authenticator?> RenewAsync(Authenticator refused, int asked, CancellationToken cancellationToken)
    {
        var current = await _flight.RunAsync(
            () => Volatile.Read(ref _asked) != asked || _current != refused ? _current : null, AskAsync, cancellationToken).ConfigureAwait(false);
        return current == refused ? null : current;
    }

    private async Task<Authenticator> AskAsync(CancellationToken cancellationToken)
    {
        CloudSigmaCredential? credential;
        try
        {
            credential = await _source.Ask(cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not CloudSigmaException)
        {
            throw new CredentialUnavailableException($"The callback of the credential failed: {e.GetType().Name}.", e);
        }

        if (credential is null or CallbackCredential)
            throw new CredentialUnavailableException($"The callback of the credential gave {(credential is null ? "null" : "a credential with a callback of its own")}. It has to give Basic, Digest, Session or Bearer.");
        if (_current is { } same && ReferenceEquals(credential, _credential))
        {
            Interlocked.Increment(ref _asked);
            return same;
        }

        var former = _current;
        var next = credential.CreateAuthenticator(_context);
        _credential = credential;
        Volatile.Write(ref _current, next);
        Interlocked.Increment(ref _asked);
        if (former is not null) await former.DisposeAsync().ConfigureAwait(false);
        return next;
    }
}
