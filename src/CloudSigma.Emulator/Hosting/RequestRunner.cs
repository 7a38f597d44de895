// Takes a request through authentication, limits and the engine to its answer.
using CloudSigma.Emulator.Authentication;
using CloudSigma.Emulator.Engine;
using Microsoft.AspNetCore.Http;

namespace CloudSigma.Emulator.Hosting;

internal sealed class RequestRunner(CloudInstance cloud, HttpRequest http, RequestLine line)
{
    public ApiResponse Run(ReadOnlyMemory<byte> body)
    {
        cloud.State.Scheduler.Settle();
        var request = new RequestContext(cloud.State, cloud.Catalog, line.Method, new QueryText(line.Query), body, cloud.Strict);
        line.Context = request;
        try
        {
            var identity = cloud.Authenticator.Identify(http);
            line.Identity = identity;
            if (identity.Reason is { } reason) request.Warn(reason);
            var answer = Answer(request, identity);
            if (identity.AuthenticationInfo is { } info) answer.Headers["Authentication-Info"] = info;
            return answer;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            request.Warn(failure.ToString());
            return ApiResponse.Failure(failure);
        }
    }

    private ApiResponse Answer(RequestContext request, Identity identity)
    {
        try
        {
            var forAccounts = AccountActions.Owns(line.Path);
            if (identity.Account is { } account) request.Caller = account;
            else if (!forAccounts && Router.ResourceOf(cloud.Catalog, line.Path) is not { Open: true }) throw identity.Refusal!;
            cloud.Limiter.Check(request.Caller, line.Method, line.Path);
            ContentNegotiation.CheckAccept(request.Method, request.Query, http.Headers.Accept!);
            CheckContentType(request);
            var answer = cloud.State.Transaction(
                () => forAccounts ? cloud.Accounts.Run(request, identity) : Router.Run(request, cloud.Catalog, line.Path), out var journal);
            line.Journal = journal;
            request.Audit.Commit(request.Caller);
            return answer;
        }
        catch (ApiException refusal)
        {
            request.Audit.Refuse(request.Caller, refusal);
            var answer = ApiResponse.Refusal(refusal);
            if (refusal.Status == 401) answer.Headers["WWW-Authenticate"] = cloud.Authenticator.Challenges(identity.Stale);
            return answer;
        }
    }

    private void CheckContentType(RequestContext request)
    {
        if (request.Body.IsEmpty) return;
        if (http.ContentType is not { } type) request.Warn("The request has a body and no Content-Type; it was read as JSON.");
        else if (type.Contains("xml", StringComparison.OrdinalIgnoreCase))
            throw ApiException.Validation("The emulator reads JSON only, application/json", null);
    }
}
