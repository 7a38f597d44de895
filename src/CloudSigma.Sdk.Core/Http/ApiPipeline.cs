// Every request of every client goes through here: credentials, deadlines, retries, limits, errors, JSON.
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CloudSigma.Sdk.Core.Authentication;
using CloudSigma.Sdk.Core.Diagnostics;
using CloudSigma.Sdk.Core.Errors;
using CloudSigma.Sdk.Core.Json;
using CloudSigma.Sdk.Core.Paging;
using CloudSigma.Sdk.Core.RateLimiting;
using CloudSigma.Sdk.Core.Resilience;
using CloudSigma.Sdk.Core.Transfers;

namespace CloudSigma.Sdk.Core.Http;

/// <summary>Sends requests and turns what comes back into models or typed errors.</summary>
/// <remarks>It works on any <see cref="HttpClient"/>: all behaviour of the SDK lies above it. It is safe for concurrent use.</remarks>
public sealed class ApiPipeline : IDisposable, IAsyncDisposable
{
    private readonly AuthenticatedSender _sender;
    private readonly Func<Exception, ApiRequest, Exception> _translate;
    private readonly RequestRateLimiter? _limiter;
    private readonly RequestExecutor _executor;
    private readonly string _endpoint;

    /// <summary>Makes a pipeline.</summary>
    /// <param name="httpClient">What sends the requests; the pipeline neither changes nor disposes it.</param>
    /// <param name="options">The settings.</param>
    public ApiPipeline(HttpClient httpClient, ApiPipelineOptions options)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        _sender = new AuthenticatedSender(httpClient, options);
        _translate = Translate;
        _limiter = RequestRateLimiter.Create(options);
        _executor = new RequestExecutor(options, _limiter, new RequestTelemetry(options.Endpoint, options.TimeProvider, options.Logger));
        _endpoint = options.Endpoint.AbsoluteUri;
    }

    private delegate T BodyReader<T, TState>(ApiPipeline self, ApiRequest request, HttpResponseMessage response, ReadOnlySpan<byte> body, TState state);

    /// <value>The settings.</value>
    public ApiPipelineOptions Options { get; }

    /// <summary>Ends a session of the credential on the server, as well as that can be done in five seconds. The <see cref="HttpClient"/> stays open.</summary>
    /// <returns>A task that ends when nothing is left to do.</returns>
    public ValueTask DisposeAsync() => _sender.DisposeAsync();

    /// <summary>Sends a request and reads one object.</summary>
    /// <typeparam name="T">Type of the object.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="responseType">How the object is read.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The object.</returns>
    /// <exception cref="CloudSigmaException">The API answered with an error, the network failed, a deadline passed, or the answer cannot be understood.</exception>
    public Task<T> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> responseType, CancellationToken cancellationToken) where T : notnull
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responseType);
        return ReadAsync(
            request,
            static (self, request, response, body, type) =>
            {
                self.CheckBody(request, response, body);
                return JsonSerializer.Deserialize(body, type) ?? throw self.NotUnderstood(request, response, body, "it is null", null);
            },
            responseType, cancellationToken);
    }

    /// <summary>Sends a request whose answer has several objects: in an envelope, as a bare list, or as one bare object.</summary>
    /// <typeparam name="T">Type of the objects.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="elementType">How one object is read.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The objects; at least one.</returns>
    /// <exception cref="CloudSigmaException">As in <see cref="SendAsync{T}"/>; an envelope without objects is an <see cref="InvalidResponseException"/>.</exception>
    public Task<IReadOnlyList<T>> SendForObjectsAsync<T>(ApiRequest request, JsonTypeInfo<T> elementType, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(elementType);
        return ReadAsync(
            request,
            static (self, request, response, body, type) =>
            {
                self.CheckBody(request, response, body);
                var objects = EnvelopeReader.Read(body, type);
                return objects.Count > 0 ? objects : throw self.NotUnderstood(request, response, body, "it has no objects", null);
            },
            elementType, cancellationToken);
    }

    /// <summary>Sends a request and ignores the body of a successful answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that ends when the API has accepted the request.</returns>
    /// <exception cref="CloudSigmaException">The API answered with an error, the network failed, or a deadline passed.</exception>
    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RunAsync(
            request,
            static async (call, self, token) =>
            {
                using var response = await self.SendOnceAsync(call, token).ConfigureAwait(false);
                return true;
            },
            this, cancellationToken);
    }

    /// <summary>Sends a request and returns the JSON of the answer as it is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The JSON; of kind <see cref="JsonValueKind.Undefined"/> when the answer had no body.</returns>
    /// <exception cref="CloudSigmaException">As in <see cref="SendAsync{T}"/>.</exception>
    public Task<JsonElement> SendForJsonAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ReadAsync(
            request,
            static (self, request, response, body, _) =>
            {
                if (body.IsEmpty) return default;
                self.CheckBody(request, response, body);
                var reader = new Utf8JsonReader(body);
                return JsonElement.ParseValue(ref reader);
            },
            true, cancellationToken);
    }

    /// <summary>Sends a request and reads the answer as text, whatever its content type says.</summary>
    /// <typeparam name="T">What the text is read into.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the text; a <see cref="JsonException"/> says why it cannot be understood.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="CloudSigmaException">As in <see cref="SendAsync{T}"/>.</exception>
    public Task<T> SendForTextAsync<T>(ApiRequest request, Func<string, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(read);
        return ReadAsync(request, static (_, _, _, body, read) => read(Encoding.UTF8.GetString(body)), read, cancellationToken);
    }

    /// <summary>Describes a list; nothing is sent before it is enumerated.</summary>
    /// <typeparam name="T">Type of the objects.</typeparam>
    /// <typeparam name="TKey">Type of their ids.</typeparam>
    /// <param name="request">What is listed.</param>
    /// <param name="cancellationToken">Cancels the enumeration, together with the enumerator's own token.</param>
    /// <returns>The list.</returns>
    public Pageable<T> List<T, TKey>(ListRequest<T, TKey> request, CancellationToken cancellationToken) where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(request);
        return new ApiPageable<T, TKey>(this, request, cancellationToken);
    }

    /// <summary>Whether an address is on the host of the API.</summary>
    internal bool IsOwnHost(Uri uri) => _sender.IsOwnHost(uri);

    /// <summary>Makes what sends the requests of transfers to the host of the API.</summary>
    /// <param name="httpClient">What sends them; its connections are not those of other requests.</param>
    internal TransferClient CreateTransferClient(HttpClient httpClient) => new(_sender.On(httpClient), Options, _limiter);

    /// <summary>Makes what sends the requests of transfers to another host of the same cloud, with the same credential.</summary>
    /// <param name="httpClient">What sends them.</param>
    /// <param name="endpoint">The base address of that host; it ends with a slash.</param>
    internal TransferClient CreateTransferClient(HttpClient httpClient, Uri endpoint)
    {
        var options = Options with { Endpoint = endpoint };
        // What a credential has learned about its own host, such as a session, is used there for all addresses.
        return new TransferClient(IsOwnHost(endpoint) ? _sender.On(httpClient) : new AuthenticatedSender(httpClient, options), options, _limiter);
    }

    /// <summary>Gives the share in the limits of the account back. It does not log out; <see cref="DisposeAsync"/> does.</summary>
    public void Dispose() => _limiter?.Dispose();

    /// <summary>Opens one page; the caller owns the stream.</summary>
    internal Task<PageStream<T>> OpenPageAsync<T>(ApiRequest request, JsonTypeInfo<T> elementType, CancellationToken cancellationToken) => RunAsync(
        request,
        static async (call, s, token) =>
        {
            var response = await s.Self.SendOnceAsync(call, token).ConfigureAwait(false);
            try
            {
                if (ResponseBody.IsMarkup(response)) throw s.Self.NotUnderstood(call.Request, response, default, "its content type is not JSON", null);
                var stream = await ResponseBody.OpenAsync(response, token).ConfigureAwait(false);
                // From here on the deadline of the stream counts, and only while bytes are waited for.
                var deadline = new Deadline(s.Self.Options.RequestTimeout, s.Self.Options.TimeProvider, s.caller);
                return new PageStream<T>(s.Self, call.Request, response, stream, s.elementType, deadline, s.caller);
            }
            catch
            {
                response.Dispose();
                throw;
            }
        },
        (Self: this, elementType, caller: cancellationToken), cancellationToken);

    internal static bool IsTransportFailure(Exception e) =>
        e is OperationCanceledException or HttpRequestException or IOException or InvalidDataException;

    /// <summary>Tells apart who stopped the reading of a list: the caller, the deadline, or the network.</summary>
    internal Exception Translate(Exception e, ApiRequest request, Deadline deadline, CancellationToken caller)
    {
        if (caller.IsCancellationRequested)
            return e is OperationCanceledException canceled && canceled.CancellationToken == caller ? e : new OperationCanceledException(e.Message, e, caller);
        if (deadline.HasExpired)
        {
            return new CloudSigmaTimeoutException(
                string.Create(CultureInfo.InvariantCulture, $"{Describe(request)} sent nothing for {deadline.Timeout.TotalSeconds:0.###} seconds."), e);
        }

        return Translate(e, request);
    }

    internal string Describe(ApiRequest request) => $"{request.Method} {_endpoint}{request.Path}";

    internal InvalidResponseException NotUnderstood(
        ApiRequest request, HttpResponseMessage response, ReadOnlySpan<byte> body, string why, Exception? cause)
    {
        var begin = SecretRedactor.Redact(Encoding.UTF8.GetString(body[..Math.Min(body.Length, ErrorResponseReader.MaxShownBytes)])).ReplaceLineEndings(" ");
        var type = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : "no content type";
        var shown = body.IsEmpty || request.HasFreeMaps ? "" : $" It begins: {(begin.Length > 200 ? begin[..200] + "..." : begin)}";
        return new InvalidResponseException(
            $"{Describe(request)} answered {(int)response.StatusCode} with a body ({type}) that cannot be understood: {why}.{shown}", cause);
    }

    private Exception Translate(Exception e, ApiRequest request) => e is OperationCanceledException
        ? new CloudSigmaTimeoutException($"{Describe(request)} was ended by the timeout of the HttpClient.", e)
        : new CloudSigmaConnectionException($"{Describe(request)} failed: {e.Message}", e) { MayHaveBeenSent = MayHaveBeenSent(e) };

    /// <summary>A request without a connection never left; after that nothing is certain.</summary>
    internal static bool MayHaveBeenSent(Exception e) => e is not HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private Task<T> RunAsync<T, TState>(
        ApiRequest request, Func<RequestCall, TState, CancellationToken, ValueTask<T>> attempt, TState state, CancellationToken cancellationToken) =>
        _executor.ExecuteAsync(new RequestCall(request), attempt, _translate, state, cancellationToken);

    private Task<T> ReadAsync<T, TState>(ApiRequest request, BodyReader<T, TState> read, TState state, CancellationToken cancellationToken) =>
        RunAsync(request, ReadOnceAsync, (this, read, state), cancellationToken);

    // Pooled state machines: those of a request are the same for every call, and would be the largest allocations of the SDK.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<T> ReadOnceAsync<T, TState>(
        RequestCall call, (ApiPipeline Self, BodyReader<T, TState> Read, TState State) s, CancellationToken cancellationToken)
    {
        using var response = await s.Self.SendOnceAsync(call, cancellationToken).ConfigureAwait(false);
        using var body = await PooledBody.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        if (s.Self.Options.LogBodies) BodyLog.Write(s.Self.Options.Logger, call.Request, "response", body.Span);
        try
        {
            return s.Read(s.Self, call.Request, response, body.Span, s.State);
        }
        catch (JsonException e)
        {
            throw s.Self.NotUnderstood(call.Request, response, body.Span, e.Message.TrimEnd('.'), e);
        }
    }

    private void CheckBody(ApiRequest request, HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty) throw NotUnderstood(request, response, body, "it is empty", null);
        if (ResponseBody.IsMarkup(response)) throw NotUnderstood(request, response, body, "its content type is not JSON", null);
    }

    /// <summary>Sends a request once; returns a successful answer whose headers are read, or throws the API's error.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<HttpResponseMessage> SendOnceAsync(RequestCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        if (Options.LogBodies && request.Body is { } body) BodyLog.Write(Options.Logger, request, "request", body);
        call.StatusCode = null;
        var response = await _sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        call.StatusCode = (int)response.StatusCode;
        call.RequestId = response.Headers.NonValidated.TryGetValues("X-REQUEST-ID", out var id) ? id.ToString() : null;
        if (response.IsSuccessStatusCode) return response;

        // The try before this one deleted it; its answer was lost. Where a body names several objects, a 404 does not say that all of them are gone.
        if (call.Retries > 0 && request.Method == HttpMethod.Delete && request.Body is null && response.StatusCode == System.Net.HttpStatusCode.NotFound) return response;
        using (response)
        {
            throw await ErrorResponseReader.ReadAsync(response, request.OperationId, Describe(request), Options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
