// Digest for a whole pipeline: the first challenge is fetched once, its nonce serves all requests, and a stale one is replaced.
using System.Diagnostics;
using System.Net;

namespace CloudSigma.Sdk.Core.Authentication;

internal sealed class DigestAuthenticator(DigestCredential credential, AuthenticatorContext context) : Authenticator
{
    private const string WrongPassword = "The user name or the password is wrong.";

    /// <summary>How long a request waits for the one that finds out the challenge, before it goes its own way.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private DigestSession? _session;
    private FirstTurn? _turn;
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _basic;

    // A server that has answered without a challenge is not asked for one again.
    private bool _isOpen;

    public override bool RequiresChallengeFirst => Volatile.Read(ref _session) is null && Volatile.Read(ref _basic) is null;

    public override ValueTask ApplyAsync(HttpRequestMessage request, AuthenticationAttempt attempt, CancellationToken cancellationToken) =>
        MaySign(attempt) && TrySign(request, attempt) ? ValueTask.CompletedTask : ApplyFirstAsync(request, attempt, cancellationToken);

    public override ValueTask<AuthenticationVerdict> OnResponseAsync(
        HttpRequestMessage request, HttpResponseMessage response, AuthenticationAttempt attempt, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.Unauthorized) return new(OnChallenge(response, attempt));
        if (attempt.Proof is DigestSession session)
        {
            session.IsAccepted = true;
            if (response.Headers.NonValidated.TryGetValues("Authentication-Info", out var values)) OnInfo(values.ToString(), session, request, attempt);
        }
        else if (response.IsSuccessStatusCode && attempt.Turn is not null)
        {
            lock (_gate) _isOpen = true;
        }

        EndTurn(attempt, refused: false);
        return new(AuthenticationVerdict.Accept);
    }

    public override void Offer(HttpResponseMessage response)
    {
        if (DigestOffer.Read(response) is not { Digest: { } digest }) return;
        lock (_gate) _session ??= CreateSession(digest);
    }

    public override void OnEnded(AuthenticationAttempt attempt) => EndTurn(attempt, refused: false);

    // A proof that the server has not seen yet is tried by one request alone, and by those that got tired of waiting for it.
    private bool MaySign(AuthenticationAttempt attempt) => Volatile.Read(ref _turn) is not { } turn
        || turn == attempt.Turn || attempt.Round > 1 || Volatile.Read(ref _session) is { IsAccepted: true };

    private bool TrySign(HttpRequestMessage request, AuthenticationAttempt attempt)
    {
        if (Volatile.Read(ref _session) is { } session)
        {
            attempt.Proof = session;
            request.Headers.TryAddWithoutValidation("Authorization", session.Sign(request.Method.Method, request.RequestUri!.PathAndQuery, out var count));
            attempt.NonceCount = count;
            return true;
        }

        if (Volatile.Read(ref _basic) is not { } basic) return false;
        attempt.Proof = basic;
        request.Headers.TryAddWithoutValidation("Authorization", basic);
        return true;
    }

    /// <summary>One request takes the turn and goes without proof; the others wait until its proof has been taken or refused.</summary>
    private async ValueTask ApplyFirstAsync(HttpRequestMessage request, AuthenticationAttempt attempt, CancellationToken cancellationToken)
    {
        attempt.Proof = null;
        for (var waits = 0; waits < 3; waits++)
        {
            FirstTurn turn;
            lock (_gate)
            {
                if (_session is null && _basic is null && (_isOpen || _turn is null))
                {
                    if (!_isOpen) attempt.Turn = _turn = new FirstTurn();
                    return;
                }

                if (_turn is null || _turn == attempt.Turn) break;
                turn = _turn;
            }

            try
            {
                if (await turn.Ended.WaitAsync(MaxWait, context.TimeProvider, cancellationToken).ConfigureAwait(false))
                    throw new AuthenticationException($"{WrongPassword} The server refused the same credential to a request that was sent at the same time.", HttpStatusCode.Unauthorized);
            }
            catch (TimeoutException)
            {
                break;
            }

            if (TrySign(request, attempt)) return;
        }

        TrySign(request, attempt);
    }

    private AuthenticationVerdict OnChallenge(HttpResponseMessage response, AuthenticationAttempt attempt)
    {
        var offer = DigestOffer.Read(response);
        lock (_gate)
        {
            var current = (object?)_session ?? _basic;
            // Another request has brought newer proof meanwhile.
            if (current is not null && !ReferenceEquals(attempt.Proof, current)) return AuthenticationVerdict.Again;
            if (attempt.Proof is DigestSession { Nonce: var nonce, IsAccepted: var accepted })
            {
                // A nonce that has been taken before has run out, also when the server does not say so.
                var isExpired = offer.Digest is { } next && next.Nonce != nonce && (next.IsStale || accepted);
                if (current is null || !isExpired) return Refuse(attempt);
            }
            else if (attempt.Proof is not null)
            {
                return Refuse(attempt);
            }

            _isOpen = false;
            _session = offer.Digest is { } digest ? CreateSession(digest) : null;
            if (_session is not null) return AuthenticationVerdict.Again;
            if (!offer.HasBasic || !credential.AllowsBasic) return AuthenticationVerdict.Refuse(offer.Refusal(credential.AllowsBasic));
            _basic = credential.BasicHeader();
            return AuthenticationVerdict.Again;
        }
    }

    private AuthenticationVerdict Refuse(AuthenticationAttempt attempt)
    {
        // The next request starts afresh: a nonce that was never taken may have run out unnoticed.
        if (ReferenceEquals(_session, attempt.Proof)) _session = null;
        if (ReferenceEquals(_basic, attempt.Proof)) _basic = null;
        EndTurn(attempt, refused: true);
        return AuthenticationVerdict.Refuse(WrongPassword);
    }

    private void OnInfo(string header, DigestSession session, HttpRequestMessage request, AuthenticationAttempt attempt)
    {
        if (AuthHeaderParser.ParseParameters(header) is not { } info) return;
        if (session.HasServerProof && info.TryGet("rspauth", out var proof)
            && !session.IsServerProof(proof, request.RequestUri!.PathAndQuery, attempt.NonceCount))
        {
            throw new AuthenticationException(
                $"The server at {context.Endpoint.GetLeftPart(UriPartial.Authority)} could not prove that it knows the password: its 'rspauth' is wrong. The answer was thrown away, for it may come from somebody else.",
                HttpStatusCode.OK);
        }

        if (!session.CanContinue || !info.TryGet("nextnonce", out var next) || next.Length == 0 || next == session.Nonce || !DigestChallenge.IsPlain(next)) return;
        lock (_gate)
        {
            if (_session == session) _session = session.Next(next);
        }
    }

    private void EndTurn(AuthenticationAttempt attempt, bool refused)
    {
        if (attempt.Turn is not { } turn) return;
        attempt.Turn = null;
        lock (_gate)
        {
            if (_turn == turn) _turn = null;
        }

        turn.End(refused);
    }

    private DigestSession CreateSession(DigestChallenge challenge)
    {
        var bytes = new byte[16];
        context.FillRandom(bytes);
        return credential.CreateSession(challenge, Convert.ToHexString(bytes));
    }
}
