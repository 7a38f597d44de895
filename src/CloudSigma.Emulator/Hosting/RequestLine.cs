// What is known of a request on its way to its line in the log.
using CloudSigma.Emulator.Authentication;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;
using Microsoft.AspNetCore.Http;

namespace CloudSigma.Emulator.Hosting;

internal sealed class RequestLine(HttpRequest http, string requestId, DateTimeOffset startedAt)
{
    public string Method { get; } = http.Method;

    public string Path { get; } = http.Path.Value ?? "/";

    public string Query { get; } = http.QueryString.Value ?? "";

    public string RequestId { get; } = requestId;

    public bool HasCredentials { get; } = http.Headers.Authorization.Count > 0 || http.Headers.Cookie.Count > 0;

    /// <summary>How many bytes of the body have been read.</summary>
    public long BytesReceived { get; set; }

    public EmulatorFaultKind? Fault { get; set; }

    public Identity? Identity { get; set; }

    public RequestContext? Context { get; set; }

    public Journal? Journal { get; set; }

    /// <summary>The line for the log.</summary>
    /// <param name="status">The status of the answer, 0 when there is none.</param>
    /// <param name="sent">How many bytes its body has, as far as that is known.</param>
    public EmulatorRequest ToLog(int status, long sent = 0)
    {
        var (created, changed, deleted) = Journal?.Outcome() ?? ([], [], []);
        var account = (Identity?.Account ?? Context?.Caller)?.Account;
        return new EmulatorRequest(
            Method, Path, SecretText.Redact(Query), status, account?.Email, Context?.Warnings ?? [], startedAt, RequestId)
        {
            Scheme = Identity?.Scheme,
            HasCredentials = HasCredentials,
            BytesReceived = BytesReceived,
            BytesSent = sent,
            Fault = Fault,
            Created = created,
            Changed = changed,
            Deleted = deleted,
        };
    }
}
