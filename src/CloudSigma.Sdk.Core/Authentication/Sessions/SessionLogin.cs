// The requests of a session itself: login, one-time password, logout (guide 3.3).
using System.Net;
using CloudSigma.Sdk.Core.Errors;
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk.Core.Authentication;

internal sealed class SessionLogin(SessionCredential credential, AuthenticatorContext context)
{
    private const string SessionCookie = "sessionid";
    private static readonly TimeSpan LogoutTime = TimeSpan.FromSeconds(5);

    /// <value>The official client names the base of the API; servers that guard against forged requests want it.</value>
    public string Referer { get; } = context.Endpoint.AbsoluteUri;

    public Uri ActionUri(string action) => new(context.Endpoint, $"accounts/action/?do={action}");

    /// <summary>Opens a session.</summary>
    /// <exception cref="AuthenticationException">The server refuses the login or the code.</exception>
    /// <exception cref="CloudSigmaException">The login could not be carried out.</exception>
    public async Task<SessionState> RunAsync(CancellationToken cancellationToken)
    {
        var jar = new CookieJar();
        var asksForCode = await SendAsync("login", credential.LoginBody(), jar, null, "The user name or the password is wrong, or the account may not log in.", cancellationToken).ConfigureAwait(false);
        if (asksForCode)
        {
            var code = await AskForCodeAsync(cancellationToken).ConfigureAwait(false);
            var begun = new SessionState(jar, context.TimeProvider.GetTimestamp());
            await SendAsync("verify_otp", SessionJson.Write(("otp", code)), jar, begun, "The one-time password was refused.", cancellationToken).ConfigureAwait(false);
        }

        return jar[SessionCookie] is not null
            ? new SessionState(jar, context.TimeProvider.GetTimestamp())
            : throw new InvalidResponseException($"POST {ActionUri("login").GetLeftPart(UriPartial.Path)} accepted the login but set no cookie '{SessionCookie}', so there is no session.");
    }

    /// <summary>Ends a session. What goes wrong is not told: the session runs out by itself.</summary>
    public async Task LogOutAsync(SessionState session)
    {
        using var deadline = new CancellationTokenSource(LogoutTime, context.TimeProvider);
        try
        {
            using var message = CreateMessage("logout", "{}"u8.ToArray(), session);
            using var response = await context.Send(message, deadline.Token).WaitAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            return;
        }
    }

    /// <summary>Sends one step of the login; true when the server asks for a code.</summary>
    private async Task<bool> SendAsync(string action, byte[] body, CookieJar jar, SessionState? session, string hint, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(context.RequestTimeout, context.TimeProvider, cancellationToken);
        var request = $"POST {ActionUri(action).GetLeftPart(UriPartial.Path)} ({action})";
        try
        {
            using var message = CreateMessage(action, body, session);
            using var response = await context.Send(message, deadline.Token).ConfigureAwait(false);
            if (response.RequestMessage?.RequestUri is { } final && !context.IsOwnHost(final))
                throw new InvalidResponseException($"{request} was redirected to another host, whose answer is not trusted.");
            jar.Take(response);
            if (response.IsSuccessStatusCode)
            {
                using var answer = await PooledBody.ReadAsync(response, deadline.Token).ConfigureAwait(false);
                return session is null && SessionJson.AsksForSecondFactor(answer.Span);
            }

            var error = await ErrorResponseReader.ReadAsync(response, $"accounts-{action}", request, context.TimeProvider, deadline.Token).ConfigureAwait(false);
            if (response.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)) throw error;
            if (session is null && error.Errors.Any(static e => SessionJson.NamesSecondFactor(e.Message))) return true;
            throw Refused(error, hint);
        }
        catch (Exception e) when (ApiPipeline.IsTransportFailure(e) && !cancellationToken.IsCancellationRequested)
        {
            throw deadline.HasExpired || e is OperationCanceledException
                ? new CloudSigmaTimeoutException($"{request} had no answer in time, so there is no session.", e)
                : new CloudSigmaConnectionException($"{request} failed, so there is no session: {e.Message}", e);
        }
    }

    private async ValueTask<string> AskForCodeAsync(CancellationToken cancellationToken)
    {
        if (credential.OneTimePassword is not { } ask)
        {
            throw new OneTimePasswordRequiredException(new ApiErrorDetails
            {
                Message = "The account asks for a one-time password. Set SessionOptions.OneTimePassword to a callback that gives the code.",
                StatusCode = HttpStatusCode.Unauthorized,
                OperationId = "accounts-login",
            });
        }

        string code;
        try
        {
            code = await ask(cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not CloudSigmaException)
        {
            throw new CredentialUnavailableException($"The callback for the one-time password failed: {e.GetType().Name}.", e);
        }

        return string.IsNullOrWhiteSpace(code)
            ? throw new CredentialUnavailableException("The callback for the one-time password gave no code.")
            : code.Trim();
    }

    private HttpRequestMessage CreateMessage(string action, byte[] body, SessionState? session)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, ActionUri(action)) { Content = new ByteArrayContent(body) };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Headers.TryAddWithoutValidation("User-Agent", context.UserAgent);
        session?.Apply(message, Referer);
        return message;
    }

    private static AuthenticationException Refused(CloudSigmaApiException error, string hint) => new(new ApiErrorDetails
    {
        Message = $"{error.Message}. {hint}",
        StatusCode = error.StatusCode,
        Errors = error.Errors,
        RequestId = error.RequestId,
        Body = error.Body,
        OperationId = error.OperationId,
        RetryAfter = error.RetryAfter,
    });
}
