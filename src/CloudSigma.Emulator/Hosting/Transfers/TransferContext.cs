// One transfer on its way: what is done to the cloud happens in steps under its gate, and the bytes move between them.
using CloudSigma.Emulator.Authentication;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;
using Microsoft.AspNetCore.Http;

namespace CloudSigma.Emulator.Hosting.Transfers;

internal sealed class TransferContext(HttpContext http, CloudInstance cloud, RequestLine line, MeteredBody body, TransferRoute route)
{
    private readonly RequestRunner _runner = new(cloud, http.Request, line);

    public HttpRequest Request => http.Request;

    public CancellationToken Aborted => http.RequestAborted;

    public CloudInstance Cloud => cloud;

    public MeteredBody Body => body;

    /// <summary>False when the body has broken off.</summary>
    public bool IsWhole => !http.RequestAborted.IsCancellationRequested && (http.Request.ContentLength is not { } length || line.BytesReceived == length);

    public TransferRoute Route => route;

    /// <summary>The first step, with the credentials that the API takes.</summary>
    public ApiResponse? Begin(Func<RequestContext, ApiResponse?> step) => Begin(cloud.Authenticator.Identify, open: false, step);

    /// <summary>The first step with Basic alone.</summary>
    public ApiResponse? BeginWithBasic(Func<RequestContext, ApiResponse?> step) => Begin(cloud.Authenticator.IdentifyBasic, open: false, step);

    /// <summary>The first step without any credentials.</summary>
    public ApiResponse? BeginOpen(Func<RequestContext, ApiResponse?> step) => Begin(static _ => new Identity(), open: true, step);

    /// <summary>Another step; it answers, or returns null when there is more to do.</summary>
    public ApiResponse? Continue(Func<RequestContext, ApiResponse?> step)
    {
        lock (cloud.State.Gate) return _runner.Continue(step);
    }

    /// <summary>The last step.</summary>
    public ApiResponse End(Func<RequestContext, ApiResponse> step) => Continue(step)!;

    /// <summary>Refuses a method that the address does not have.</summary>
    /// <returns>The answer to OPTIONS, otherwise null.</returns>
    public static ApiResponse? CheckMethod(RequestContext request, params IReadOnlyList<string> methods) =>
        request.Method == "OPTIONS" ? ApiResponse.Text(string.Join(',', methods))
        : methods.Contains(request.Method) ? null
        : throw ApiException.MethodNotAllowed(request.Method, methods);

    /// <summary>The link whose secret stands in the query, when it leads to this drive and chunk.</summary>
    /// <exception cref="ApiException">There is no such link, or no more; the status is 404.</exception>
    public Document Linked(RequestContext request, long? chunk)
    {
        request.CheckQuery(TransferLinks.Parameter);
        return cloud.State.Links.Find(request.Query.Last(TransferLinks.Parameter)) is { } link && link.Drive.Id == route.Drive && link.Chunk == chunk
            ? link.Drive
            : throw ApiException.NotFound("The link is unknown or no longer valid");
    }

    private ApiResponse? Begin(Func<HttpRequest, Identity> identify, bool open, Func<RequestContext, ApiResponse?> step)
    {
        lock (cloud.State.Gate) return _runner.Begin(identify, open, step);
    }
}
