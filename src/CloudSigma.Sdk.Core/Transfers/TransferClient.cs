// Sends the requests of transfers: no overall deadline, connections of their own, redirects that take no credential along.
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using CloudSigma.Sdk.Core.Authentication;
using CloudSigma.Sdk.Core.Diagnostics;
using CloudSigma.Sdk.Core.Errors;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.RateLimiting;
using CloudSigma.Sdk.Core.Resilience;

namespace CloudSigma.Sdk.Core.Transfers;

/// <summary>Sends a request of a transfer once, to one host of the cloud and wherever that sends it. It is safe for concurrent use.</summary>
internal sealed class TransferClient
{
    private const int MaxRedirects = 5;

    private readonly AuthenticatedSender _sender;
    private readonly ApiPipelineOptions _options;
    private readonly RequestTelemetry _telemetry;
    private readonly RequestRateLimiter? _limiter;

    /// <param name="sender">Sends with proof to the host of <paramref name="options"/>, and without to others.</param>
    /// <param name="options">The settings; the endpoint is that of the host.</param>
    /// <param name="limiter">The limits of the account; null for none.</param>
    public TransferClient(AuthenticatedSender sender, ApiPipelineOptions options, RequestRateLimiter? limiter)
    {
        _sender = sender;
        _options = options;
        _limiter = limiter;
        _telemetry = new RequestTelemetry(options.Endpoint, options.TimeProvider, options.Logger);
    }

    /// <value>The base address of the host.</value>
    public Uri Endpoint => _options.Endpoint;

    /// <value>The settings.</value>
    public ApiPipelineOptions Options => _options;

    /// <summary>Sends a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="deadline">Ends it when nothing moves for too long. It runs when the answer is there, and has to be given time again for its body.</param>
    /// <param name="caller">The caller's token, which the deadline knows too.</param>
    /// <returns>A successful answer whose headers are read; 416 counts as one where a range was asked for.</returns>
    /// <exception cref="CloudSigmaException">The API answered with an error, the network failed, or nothing moved.</exception>
    public async Task<HttpResponseMessage> SendAsync(TransferRequest request, Deadline deadline, CancellationToken caller)
    {
        var call = new RequestCall(request.Description);
        var activity = _telemetry.Start(call, out var started);
        try
        {
            var response = await SendOnceAsync(call, request, deadline, caller).ConfigureAwait(false);
            _telemetry.Stop(call, activity, started, null);
            return response;
        }
        catch (Exception e)
        {
            _telemetry.Stop(call, activity, started, e);
            throw;
        }
    }

    /// <summary>Tells what went wrong: the caller has stopped, nothing moved, or the network failed.</summary>
    public Exception Translate(Exception e, ApiRequest request, Deadline deadline, CancellationToken caller)
    {
        if (caller.IsCancellationRequested) return e is OperationCanceledException ? e : new OperationCanceledException(e.Message, e, caller);
        if (deadline.HasExpired)
            return new CloudSigmaTimeoutException(string.Create(CultureInfo.InvariantCulture, $"{Describe(request)}: nothing moved for {deadline.Timeout.TotalSeconds:0.###} seconds."), e);
        return e is OperationCanceledException
            ? new CloudSigmaTimeoutException($"{Describe(request)} was ended by the timeout of the HttpClient. Give it an infinite one for transfers.", e)
            : new CloudSigmaConnectionException($"{Describe(request)} failed: {e.Message}", e) { MayHaveBeenSent = ApiPipeline.MayHaveBeenSent(e) };
    }

    public string Describe(ApiRequest request) => $"{request.Method} {_options.Endpoint.AbsoluteUri}{request.Path}";

    private async Task<HttpResponseMessage> SendOnceAsync(RequestCall call, TransferRequest request, Deadline deadline, CancellationToken caller)
    {
        SegmentContent? content = null;
        try
        {
            if (_limiter is not null) await _limiter.WaitAsync(request.Description, _telemetry, caller).ConfigureAwait(false);
            deadline.Restart();
            var address = request.Address;
            for (var redirects = 0; ; redirects++)
            {
                var response = await SendAsync(address, request, c => content = c, deadline.Token).ConfigureAwait(false);
                call.StatusCode = (int)response.StatusCode;
                call.RequestId = response.Headers.NonValidated.TryGetValues("X-REQUEST-ID", out var id) ? id.ToString() : null;
                if (response.IsSuccessStatusCode || (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && request.RangeStart is not null)) return response;
                using (response)
                {
                    if (request.Content is null && Redirection(response, address, request.Description) is { } next)
                    {
                        if (redirects == MaxRedirects) throw new TransferException($"{Describe(request.Description)} was redirected more than {MaxRedirects} times.");
                        address = next;
                        continue;
                    }

                    throw await ErrorResponseReader.ReadAsync(
                        response, request.Description.OperationId, Describe(request.Description), _options.TimeProvider, deadline.Token,
                        request.IsAuthenticated && address == request.Address ? null : text => Hide(text, address)).ConfigureAwait(false);
                }
            }
        }
        catch (Exception) when (content?.SourceError is { } cause && !caller.IsCancellationRequested && !deadline.HasExpired)
        {
            throw cause is CloudSigmaException ? cause : new TransferException($"The source cannot be read: {cause.Message}", cause);
        }
        catch (Exception e) when (ApiPipeline.IsTransportFailure(e))
        {
            throw Translate(e, request.Description, deadline, caller);
        }
    }

    private ValueTask<HttpResponseMessage> SendAsync(Uri address, TransferRequest request, Action<SegmentContent> onContent, CancellationToken cancellationToken)
    {
        HttpContent Make()
        {
            var made = request.Content!();
            onContent(made);
            return request.Wrap?.Invoke(made) ?? made;
        }

        return _sender.SendAsync(request.Description.Method, address, request.Content is null ? null : Make, true, request.Description.OperationId, cancellationToken, m => Shape(m, request), request.IsAuthenticated);
    }

    private static void Shape(HttpRequestMessage message, TransferRequest request)
    {
        // Bytes come as they are: compressed ones would have another length, and ranges of them another meaning.
        message.Headers.Remove("Accept-Encoding");
        message.Headers.Remove("Accept");
        message.Headers.TryAddWithoutValidation("Accept", request.Content is null ? "application/octet-stream, */*" : "*/*");
        if (request.ExpectsContinue) message.Headers.ExpectContinue = true;
        if (request.RangeStart is { } start) message.Headers.Range = new RangeHeaderValue(start, request.RangeEnd);
        if (request.IfRange is { } version) message.Headers.TryAddWithoutValidation("If-Range", version);
    }

    /// <summary>Takes an address that is a secret out of a text: pages of errors like to repeat it.</summary>
    private static string Hide(string text, Uri address)
    {
        foreach (var part in (string[])[address.AbsoluteUri, address.PathAndQuery, address.Query.TrimStart('?'), address.AbsolutePath])
        {
            if (part.Length < 2) continue;
            text = text.Replace(part, "***", StringComparison.OrdinalIgnoreCase)
                .Replace(WebUtility.HtmlEncode(part), "***", StringComparison.OrdinalIgnoreCase)
                .Replace(Uri.UnescapeDataString(part), "***", StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    private Uri? Redirection(HttpResponseMessage response, Uri address, ApiRequest request)
    {
        if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
            || response.Headers.Location is not { } location) return null;
        var next = new Uri(address, location);
        // The bytes of a disk are secret too: https never goes on as http.
        return next.Scheme == Uri.UriSchemeHttps || (next.Scheme == Uri.UriSchemeHttp && address.Scheme == Uri.UriSchemeHttp)
            ? next
            : throw new TransferException($"{Describe(request)} was redirected from {address.Scheme} to {next.Scheme}, which is not followed.");
    }
}
