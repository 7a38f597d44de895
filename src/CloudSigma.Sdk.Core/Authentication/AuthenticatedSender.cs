// Sends a request with its proof, and once or twice again when the server asks for other proof.
using System.Net;
using System.Runtime.CompilerServices;
using CloudSigma.Sdk.Core.Errors;
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk.Core.Authentication;

/// <summary>Stands between the pipeline and the network. An answer comes back as it is, whatever its status; only a final 401 is an exception.</summary>
internal sealed class AuthenticatedSender : IAsyncDisposable
{
    /// <summary>How often one request may be sent: without proof, with proof, and with proof for a nonce or session that is new.</summary>
    public const int MaxRounds = 3;

    private readonly HttpClient _httpClient;
    private readonly ApiPipelineOptions _options;
    private readonly string _endpoint;
    private readonly AuthenticatorContext _context;
    private readonly Authenticator? _authenticator;

    public AuthenticatedSender(HttpClient httpClient, ApiPipelineOptions options, Func<AuthenticatorContext, AuthenticatorContext>? change = null)
    {
        _httpClient = httpClient;
        _options = options;
        _endpoint = options.Endpoint.AbsoluteUri;
        var context = new AuthenticatorContext
        {
            Endpoint = options.Endpoint,
            Send = (request, token) => httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token),
            TimeProvider = options.TimeProvider,
            RequestTimeout = options.RequestTimeout,
            UserAgent = options.UserAgent,
        };
        _context = change?.Invoke(context) ?? context;
        _authenticator = options.Credential?.CreateAuthenticator(_context);
    }

    private AuthenticatedSender(AuthenticatedSender other, HttpClient httpClient)
    {
        _httpClient = httpClient;
        (_options, _endpoint, _context, _authenticator) = (other._options, other._endpoint, other._context, other._authenticator);
    }

    /// <summary>Whether an address is on the host that the proof is for.</summary>
    public bool IsOwnHost(Uri uri) => _context.IsOwnHost(uri);

    /// <summary>Makes a sender with the same proof on other connections. This one goes on to own what it has learned.</summary>
    public AuthenticatedSender On(HttpClient httpClient) => new(this, httpClient);

    /// <summary>Sends a request. The answer's headers are read, its body is not.</summary>
    /// <exception cref="AuthenticationException">The server refuses the proof, or there is none to be had.</exception>
    public ValueTask<HttpResponseMessage> SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        // Joined as text: to combine a Uri with a relative one takes half as much time and memory again.
        SendAsync(request.Method, new Uri(_endpoint + request.RelativeUri), ToContent(request.Body), true, request.OperationId, cancellationToken);

    /// <summary>Sends a request whose body is made by a function, anew for each round.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="uri">The address. Another host than the endpoint's gets no proof.</param>
    /// <param name="content">Makes the body; null for none.</param>
    /// <param name="canReplay">False when <paramref name="content"/> works once only: the server is then heard before the body is sent.</param>
    /// <param name="operationId">The id of the operation, for exceptions.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <param name="shape">Changes each message before the proof is added; null for nothing.</param>
    /// <param name="withProof">False for an address that wants none.</param>
    /// <exception cref="AuthenticationException">The server refuses the proof, or there is none to be had.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<HttpResponseMessage> SendAsync(
        HttpMethod method, Uri uri, Func<HttpContent>? content, bool canReplay, string? operationId, CancellationToken cancellationToken,
        Action<HttpRequestMessage>? shape = null, bool withProof = true)
    {
        if (_authenticator is null || !withProof || !_context.IsOwnHost(uri))
        {
            using var bare = CreateMessage(method, uri, content);
            shape?.Invoke(bare);
            return await _httpClient.SendAsync(bare, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }

        if (!canReplay) await HearServerAsync(_authenticator, uri, cancellationToken).ConfigureAwait(false);
        var attempt = new AuthenticationAttempt();
        try
        {
            while (true)
            {
                attempt.Round++;
                using var message = CreateMessage(method, uri, content);
                shape?.Invoke(message);
                await _authenticator.ApplyAsync(message, attempt, cancellationToken).ConfigureAwait(false);
                var response = await _httpClient.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
                if (await JudgeAsync(_authenticator, message, response, attempt, canReplay, operationId, cancellationToken).ConfigureAwait(false)) return response;
            }
        }
        finally
        {
            _authenticator.OnEnded(attempt);
        }
    }

    public ValueTask DisposeAsync() => _authenticator?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>True: the answer is for the caller. False: it is done with, and the request is to be sent again.</summary>
    private async ValueTask<bool> JudgeAsync(
        Authenticator authenticator, HttpRequestMessage message, HttpResponseMessage response, AuthenticationAttempt attempt, bool canReplay, string? operationId, CancellationToken cancellationToken)
    {
        try
        {
            // A handler that follows redirects may have ended on another host, whose challenge must not be answered.
            if (response.RequestMessage?.RequestUri is { } final && !_context.IsOwnHost(final)) return true;
            var verdict = await authenticator.OnResponseAsync(message, response, attempt, cancellationToken).ConfigureAwait(false);
            if (!verdict.SendAgain && verdict.Hint is null) return true;
            var hint = !verdict.SendAgain ? verdict.Hint!
                : !canReplay ? "The body of this request can be sent only once. Send the whole request again."
                : attempt.Round >= MaxRounds ? $"The server asked for other proof {MaxRounds} times."
                : null;
            if (hint is not null) throw await ReadErrorAsync(message, response, hint, operationId, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }

        response.Dispose();
        return false;
    }

    private async ValueTask HearServerAsync(Authenticator authenticator, Uri uri, CancellationToken cancellationToken)
    {
        if (!authenticator.RequiresChallengeFirst) return;
        var probe = authenticator.Probe(uri);
        using var first = await SendAsync(probe.Method, probe.Uri, ToContent(probe.Body), true, null, cancellationToken).ConfigureAwait(false);
        if (!authenticator.RequiresChallengeFirst) return;
        // The address itself is open, or not meant for reading. The root of the API may still tell.
        using var second = await SendAsync(HttpMethod.Get, _context.Endpoint, null, true, null, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AuthenticationException> ReadErrorAsync(
        HttpRequestMessage message, HttpResponseMessage response, string hint, string? operationId, CancellationToken cancellationToken)
    {
        var request = $"{message.Method} {message.RequestUri!.GetLeftPart(UriPartial.Path)}";
        var error = await ErrorResponseReader.ReadAsync(response, operationId, request, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
        return new AuthenticationException(ApiErrorDetails.Of(error, $"{error.Message}. {hint}"));
    }

    private HttpRequestMessage CreateMessage(HttpMethod method, Uri uri, Func<HttpContent>? content)
    {
        var message = new HttpRequestMessage(method, uri);
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        message.Content = content?.Invoke();
        return message;
    }

    private static Func<HttpContent>? ToContent(byte[]? body) => body is null ? null : () => JsonContent(body);

    private static ByteArrayContent JsonContent(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return content;
    }
}
