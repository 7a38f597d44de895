// Every request of every client goes through here: credentials, deadline, errors, JSON.
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CloudSigma.Sdk.Core.Authentication;
using CloudSigma.Sdk.Core.Errors;
using CloudSigma.Sdk.Core.Json;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk.Core.Http;

/// <summary>Sends requests and turns what comes back into models or typed errors.</summary>
/// <remarks>It works on any <see cref="HttpClient"/>: all behaviour of the SDK lies above it. It is safe for concurrent use.</remarks>
public sealed class ApiPipeline : IAsyncDisposable
{
    private readonly AuthenticatedSender _sender;

    /// <summary>Makes a pipeline.</summary>
    /// <param name="httpClient">What sends the requests; the pipeline neither changes nor disposes it.</param>
    /// <param name="options">The settings.</param>
    public ApiPipeline(HttpClient httpClient, ApiPipelineOptions options)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        _sender = new AuthenticatedSender(httpClient, options);
    }

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
    public async Task<T> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> responseType, CancellationToken cancellationToken) where T : notnull
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responseType);
        using var deadline = StartDeadline(cancellationToken);
        try
        {
            using var response = await SendCoreAsync(request, deadline.Token).ConfigureAwait(false);
            using var body = await PooledBody.ReadAsync(response, deadline.Token).ConfigureAwait(false);
            return Deserialize(request, response, body.Span, responseType);
        }
        catch (Exception e) when (IsTransportFailure(e))
        {
            throw Translate(e, request, deadline, cancellationToken);
        }
    }

    /// <summary>Sends a request whose answer has several objects: in an envelope, as a bare list, or as one bare object.</summary>
    /// <typeparam name="T">Type of the objects.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="elementType">How one object is read.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The objects; at least one.</returns>
    /// <exception cref="CloudSigmaException">As in <see cref="SendAsync{T}"/>; an envelope without objects is an <see cref="InvalidResponseException"/>.</exception>
    public async Task<IReadOnlyList<T>> SendForObjectsAsync<T>(ApiRequest request, JsonTypeInfo<T> elementType, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(elementType);
        using var deadline = StartDeadline(cancellationToken);
        try
        {
            using var response = await SendCoreAsync(request, deadline.Token).ConfigureAwait(false);
            using var body = await PooledBody.ReadAsync(response, deadline.Token).ConfigureAwait(false);
            CheckBody(request, response, body.Span);
            try
            {
                var objects = EnvelopeReader.Read(body.Span, elementType);
                return objects.Count > 0 ? objects : throw NotUnderstood(request, response, body.Span, "it has no objects", null);
            }
            catch (JsonException e)
            {
                throw NotUnderstood(request, response, body.Span, e.Message, e);
            }
        }
        catch (Exception e) when (IsTransportFailure(e))
        {
            throw Translate(e, request, deadline, cancellationToken);
        }
    }

    /// <summary>Sends a request and ignores the body of a successful answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that ends when the API has accepted the request.</returns>
    /// <exception cref="CloudSigmaException">The API answered with an error, the network failed, or a deadline passed.</exception>
    public async Task SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var deadline = StartDeadline(cancellationToken);
        try
        {
            using var response = await SendCoreAsync(request, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (IsTransportFailure(e))
        {
            throw Translate(e, request, deadline, cancellationToken);
        }
    }

    /// <summary>Sends a request and returns the JSON of the answer as it is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The JSON; of kind <see cref="JsonValueKind.Undefined"/> when the answer had no body.</returns>
    /// <exception cref="CloudSigmaException">As in <see cref="SendAsync{T}"/>.</exception>
    public async Task<JsonElement> SendForJsonAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var deadline = StartDeadline(cancellationToken);
        try
        {
            using var response = await SendCoreAsync(request, deadline.Token).ConfigureAwait(false);
            using var body = await PooledBody.ReadAsync(response, deadline.Token).ConfigureAwait(false);
            if (body.Span.IsEmpty) return default;
            CheckBody(request, response, body.Span);
            try
            {
                var reader = new Utf8JsonReader(body.Span);
                return JsonElement.ParseValue(ref reader);
            }
            catch (JsonException e)
            {
                throw NotUnderstood(request, response, body.Span, e.Message, e);
            }
        }
        catch (Exception e) when (IsTransportFailure(e))
        {
            throw Translate(e, request, deadline, cancellationToken);
        }
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

    /// <summary>Opens one page; the caller owns the stream.</summary>
    internal async Task<PageStream<T>> OpenPageAsync<T>(ApiRequest request, JsonTypeInfo<T> elementType, CancellationToken cancellationToken)
    {
        var deadline = StartDeadline(cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await SendCoreAsync(request, deadline.Token).ConfigureAwait(false);
            if (ResponseBody.IsMarkup(response)) throw NotUnderstood(request, response, default, "its content type is not JSON", null);
            var stream = await ResponseBody.OpenAsync(response, deadline.Token).ConfigureAwait(false);
            deadline.Pause();
            return new PageStream<T>(this, request, response, stream, elementType, deadline, cancellationToken);
        }
        catch (Exception e)
        {
            response?.Dispose();
            try
            {
                if (!IsTransportFailure(e)) throw;
                throw Translate(e, request, deadline, cancellationToken);
            }
            finally
            {
                deadline.Dispose();
            }
        }
    }

    internal static bool IsTransportFailure(Exception e) =>
        e is OperationCanceledException or HttpRequestException or IOException or InvalidDataException;

    /// <summary>Tells apart who stopped: the caller, the deadline, or the network.</summary>
    internal Exception Translate(Exception e, ApiRequest request, Deadline deadline, CancellationToken caller)
    {
        if (caller.IsCancellationRequested)
            return e as OperationCanceledException ?? new OperationCanceledException(e.Message, e, caller);
        if (deadline.HasExpired)
        {
            return new CloudSigmaTimeoutException(
                string.Create(CultureInfo.InvariantCulture, $"{Describe(request)} had no answer within {deadline.Timeout.TotalSeconds:0.###} seconds."), e);
        }

        return e is OperationCanceledException
            ? new CloudSigmaTimeoutException($"{Describe(request)} was ended by the timeout of the HttpClient.", e)
            : new CloudSigmaConnectionException($"{Describe(request)} failed: {e.Message}", e);
    }

    internal string Describe(ApiRequest request) =>
        $"{request.Method} {new Uri(Options.Endpoint, request.RelativeUri).GetLeftPart(UriPartial.Path)}";

    internal InvalidResponseException NotUnderstood(
        ApiRequest request, HttpResponseMessage response, ReadOnlySpan<byte> body, string why, Exception? cause)
    {
        var begin = SecretRedactor.Redact(Encoding.UTF8.GetString(body[..Math.Min(body.Length, ErrorResponseReader.MaxShownBytes)])).ReplaceLineEndings(" ");
        var type = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : "no content type";
        var shown = body.IsEmpty ? "" : $" It begins: {(begin.Length > 200 ? begin[..200] + "..." : begin)}";
        return new InvalidResponseException(
            $"{Describe(request)} answered {(int)response.StatusCode} with a body ({type}) that cannot be understood: {why}.{shown}", cause);
    }

    private Deadline StartDeadline(CancellationToken cancellationToken) => new(Options.RequestTimeout, Options.TimeProvider, cancellationToken);

    private T Deserialize<T>(ApiRequest request, HttpResponseMessage response, ReadOnlySpan<byte> body, JsonTypeInfo<T> responseType) where T : notnull
    {
        CheckBody(request, response, body);
        try
        {
            return JsonSerializer.Deserialize(body, responseType) ?? throw NotUnderstood(request, response, body, "it is null", null);
        }
        catch (JsonException e)
        {
            throw NotUnderstood(request, response, body, e.Message, e);
        }
    }

    private void CheckBody(ApiRequest request, HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty) throw NotUnderstood(request, response, body, "it is empty", null);
        if (ResponseBody.IsMarkup(response)) throw NotUnderstood(request, response, body, "its content type is not JSON", null);
    }

    /// <summary>Sends one request; returns a successful answer whose headers are read, or throws the API's error.</summary>
    private async Task<HttpResponseMessage> SendCoreAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var response = await _sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode) return response;
        using (response)
        {
            throw await ErrorResponseReader.ReadAsync(response, request.OperationId, Describe(request), Options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
