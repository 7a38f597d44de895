// Keeps one session for a whole pipeline: opens it on first use, renews it once when it has ended, closes it at the end.
using System.Net;

namespace CloudSigma.Sdk.Core.Authentication;

internal sealed class SessionAuthenticator : Authenticator
{
    /// <summary>A session that is refused so soon after its login is not renewed: the login would be repeated without end.</summary>
    private static readonly TimeSpan FreshTime = TimeSpan.FromMinutes(1);

    /// <summary>After this time without an answer a session is tested before a body is sent that cannot be sent twice.</summary>
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(5);

    /// <summary>Long enough for a person to type a code.</summary>
    private static readonly TimeSpan LoginTime = TimeSpan.FromMinutes(5);

    private readonly AuthenticatorContext _context;
    private readonly SessionLogin _login;
    private readonly SingleFlight<SessionState> _logins;
    private readonly object _gate = new();
    private SessionState? _session;
    private AuthenticationException? _refusal;
    private bool _isDisposed;

    public SessionAuthenticator(SessionCredential credential, AuthenticatorContext context)
    {
        _context = context;
        _login = new SessionLogin(credential, context);
        _logins = new SingleFlight<SessionState>(LoginTime, context.TimeProvider);
    }

    public override bool RequiresChallengeFirst =>
        Volatile.Read(ref _session) is not { } session || _context.TimeProvider.GetElapsedTime(session.ConfirmedAt) > IdleTime;

    public override AuthenticationProbe Probe(Uri requested) => new(HttpMethod.Post, _login.ActionUri("check_login"), "{}"u8.ToArray());

    public override async ValueTask ApplyAsync(HttpRequestMessage request, AuthenticationAttempt attempt, CancellationToken cancellationToken)
    {
        var session = Volatile.Read(ref _session) ?? await _logins.RunAsync(() => _session, LogInAsync, cancellationToken).ConfigureAwait(false);
        attempt.Proof = session;
        session.Apply(request, _login.Referer);
    }

    public override async ValueTask<AuthenticationVerdict> OnResponseAsync(
        HttpRequestMessage request, HttpResponseMessage response, AuthenticationAttempt attempt, CancellationToken cancellationToken)
    {
        var session = (SessionState)attempt.Proof!;
        var hasEnded = response.StatusCode == HttpStatusCode.Unauthorized
            || (response.StatusCode == HttpStatusCode.Forbidden && await IsForgeryCheckAsync(response, cancellationToken).ConfigureAwait(false));
        if (!hasEnded)
        {
            session.Confirm(_context.TimeProvider.GetTimestamp());
            if (response.IsSuccessStatusCode) session.Take(response);
            return AuthenticationVerdict.Accept;
        }

        lock (_gate)
        {
            if (_session is not null && _session != session) return AuthenticationVerdict.Again;
            var isFresh = !session.IsConfirmed && _context.TimeProvider.GetElapsedTime(session.OpenedAt) < FreshTime;
            if (isFresh) return AuthenticationVerdict.Refuse("The login was accepted, but the server refuses the session that it opened.");
            if (attempt.Round > 1) return AuthenticationVerdict.Refuse("The server refuses this request also with a new session.");
            _session = null;
        }

        return AuthenticationVerdict.Again;
    }

    /// <summary>Ends the session on the server, as well as that can be done in five seconds.</summary>
    protected override async ValueTask CloseAsync()
    {
        SessionState? session;
        lock (_gate)
        {
            if (_isDisposed) return;
            _isDisposed = true;
            session = _session;
            _session = null;
        }

        _logins.Dispose();
        if (session is not null) await _login.LogOutAsync(session).ConfigureAwait(false);
    }

    private async Task<SessionState> LogInAsync(CancellationToken cancellationToken)
    {
        // A refused password does not become right by repetition, but the account may be locked.
        if (_refusal is { } refusal)
            throw new AuthenticationException($"The login was refused before and is not tried again with the same credential, so that the account is not locked. Make a new client with the right one. {refusal.Message}", refusal.StatusCode, refusal);
        SessionState session;
        try
        {
            session = await _login.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AuthenticationException e)
        {
            _refusal = e;
            throw;
        }

        lock (_gate)
        {
            if (!_isDisposed)
            {
                Volatile.Write(ref _session, session);
                return session;
            }
        }

        // The client was disposed meanwhile: nobody else would end this session.
        await _login.LogOutAsync(session).ConfigureAwait(false);
        throw new ObjectDisposedException(nameof(CloudSigmaCredential.Session));
    }

    /// <summary>What a missing token yields is not documented. The word CSRF in a 403 tells it from a missing permission.</summary>
    private static async ValueTask<bool> IsForgeryCheckAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await ReplayableBody.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        return body.Contains("csrf", StringComparison.OrdinalIgnoreCase);
    }
}
