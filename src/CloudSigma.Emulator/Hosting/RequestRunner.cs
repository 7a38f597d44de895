// Takes a request through authentication, limits and the engine to its answer, at once or in steps between which the cloud goes on.
using CloudSigma.Emulator.Authentication;
using CloudSigma.Emulator.Engine;
using Microsoft.AspNetCore.Http;

namespace CloudSigma.Emulator.Hosting;

internal sealed class RequestRunner(CloudInstance cloud, HttpRequest http, RequestLine line)
{
    private Identity _identity = new();
    private RequestContext? _request;

    /// <summary>Carries out a request whose body is there. The caller holds the gate.</summary>
    public ApiResponse Run(ReadOnlyMemory<byte> body)
    {
        var forAccounts = AccountActions.Owns(line.Path);
        var open = forAccounts || Router.ResourceOf(cloud.Catalog, line.Path) is { Open: true };
        return First(body, cloud.Authenticator.Identify, open, request =>
        {
            ContentNegotiation.CheckAccept(request.Method, request.Query, http.Headers.Accept!);
            CheckContentType(request);
            return () => forAccounts ? cloud.Accounts.Run(request, _identity) : Router.Run(request, cloud.Catalog, line.Path);
        })!;
    }

    /// <summary>Lets a request in whose body is not read yet, and carries out its first step. The caller holds the gate.</summary>
    /// <param name="identify">Finds out who is calling.</param>
    /// <param name="open">Whether nobody has to be known.</param>
    /// <param name="step">What to do; it answers, or returns null when there is more to do.</param>
    public ApiResponse? Begin(Func<HttpRequest, Identity> identify, bool open, Func<RequestContext, ApiResponse?> step) =>
        First(ReadOnlyMemory<byte>.Empty, identify, open, request => () => step(request));

    /// <summary>Carries out another step of a request that was let in. The caller holds the gate.</summary>
    public ApiResponse? Continue(Func<RequestContext, ApiResponse?> step)
    {
        cloud.State.Scheduler.Settle();
        return Guarded(_request!, () => Carry(_request!, () => () => step(_request!)));
    }

    private ApiResponse? First(
        ReadOnlyMemory<byte> body, Func<HttpRequest, Identity> identify, bool open, Func<RequestContext, Func<ApiResponse?>> prepare)
    {
        cloud.State.Scheduler.Settle();
        var request = new RequestContext(cloud.State, cloud.Catalog, line.Method, new QueryText(line.Query), body, cloud.Strict);
        line.Context = request;
        _request = request;
        return Guarded(request, () =>
        {
            _identity = identify(http);
            line.Identity = _identity;
            if (_identity.Reason is { } reason) request.Warn(reason);
            return Carry(request, () =>
            {
                if (_identity.Account is { } account) request.Caller = account;
                else if (!open) throw _identity.Refusal!;
                cloud.Limiter.Check(request.Caller, line.Method, line.Path);
                return prepare(request);
            });
        });
    }

    private ApiResponse? Guarded(RequestContext request, Func<ApiResponse?> work)
    {
        try
        {
            var answer = work();
            if (_identity.AuthenticationInfo is { } info && answer is not null) answer.Headers["Authentication-Info"] = info;
            return answer;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            request.Warn(failure.ToString());
            return ApiResponse.Failure(failure);
        }
        finally
        {
            cloud.State.Images.Sweep();
        }
    }

    // What is prepared is no part of the transaction: a request that is refused there has changed nothing.
    private ApiResponse? Carry(RequestContext request, Func<Func<ApiResponse?>> prepare)
    {
        try
        {
            var work = prepare();
            var answer = cloud.State.Transaction(work, out var journal);
            line.Journal = journal;
            if (answer is not null) request.Audit.Commit(request.Caller);
            return answer;
        }
        catch (ApiException refusal)
        {
            request.Audit.Refuse(request.Caller, refusal);
            var answer = ApiResponse.Refusal(refusal);
            if (refusal.Status == 401) answer.Headers["WWW-Authenticate"] = cloud.Authenticator.Challenges(_identity);
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
