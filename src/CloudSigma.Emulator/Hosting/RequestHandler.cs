// Takes a request from Kestrel through authentication and the engine to its answer and its line in the log.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;
using Microsoft.AspNetCore.Http;

namespace CloudSigma.Emulator.Hosting;

internal sealed class RequestHandler(CloudState state, ResourceCatalog catalog, RequestLog log, bool strict)
{
    private readonly Authenticator _authenticator = new(state);

    public async Task HandleAsync(HttpContext http)
    {
        var requestId = state.Ids.NewRequestId();
        ApiResponse answer;
        try
        {
            answer = Answer(http, await ReadBodyAsync(http).ConfigureAwait(false), requestId);
        }
        catch (BadHttpRequestException problem)
        {
            // The body is too long or broken below JSON.
            answer = ApiResponse.Refusal(new ApiException(problem.StatusCode, [new ApiError("validation", problem.Message, null)]));
        }

        answer.Headers["X-REQUEST-ID"] = requestId;
        await ResponseSender.SendAsync(http, answer).ConfigureAwait(false);
    }

    private ApiResponse Answer(HttpContext http, ReadOnlyMemory<byte> body, string requestId)
    {
        var path = http.Request.Path.Value ?? "/";
        var query = http.Request.QueryString.Value ?? "";
        lock (state.Gate)
        {
            state.Scheduler.Settle();
            var request = new RequestContext(state, catalog, http.Request.Method, new QueryText(query), body, strict);
            var account = _authenticator.Authenticate(http.Request.Headers.Authorization);
            var answer = Run(http.Request, request, account, path);
            log.Add(new EmulatorRequest(
                request.Method, path, query, answer.Status, account?.Account?.Email, request.Warnings, state.Now, requestId));
            return answer;
        }
    }

    private ApiResponse Run(HttpRequest http, RequestContext request, AccountPartition? account, string path)
    {
        try
        {
            if (account is not null) request.Caller = account;
            else if (Router.ResourceOf(catalog, path) is not { Open: true }) throw ApiException.NotAuthenticated();
            ContentNegotiation.CheckAccept(request.Method, request.Query, http.Headers.Accept!);
            CheckContentType(http, request);
            return state.Transaction(() => Router.Run(request, catalog, path));
        }
        catch (ApiException refusal)
        {
            var answer = ApiResponse.Refusal(refusal);
            if (refusal.Status == 401) answer.Headers["WWW-Authenticate"] = Authenticator.Challenge;
            return answer;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A mistake of the emulator itself is reported in the form of the API, so that clients can show it.
            request.Warn(failure.ToString());
            return ApiResponse.Refusal(new ApiException(500, [new ApiError("backend", $"The emulator failed: {failure.Message}", null)]));
        }
    }

    private static void CheckContentType(HttpRequest http, RequestContext request)
    {
        if (request.Body.IsEmpty) return;
        if (http.ContentType is not { } type) request.Warn("The request has a body and no Content-Type; it was read as JSON.");
        else if (type.Contains("xml", StringComparison.OrdinalIgnoreCase))
            throw ApiException.Validation("The emulator reads JSON only, application/json", null);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength is 0) return ReadOnlyMemory<byte>.Empty;
        using var buffer = new MemoryStream((int)Math.Min(http.Request.ContentLength ?? 0, 1 << 20));
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted).ConfigureAwait(false);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
