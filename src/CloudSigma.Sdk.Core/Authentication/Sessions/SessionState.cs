// One login and the headers that carry it.
using System.Diagnostics;

namespace CloudSigma.Sdk.Core.Authentication;

internal sealed class SessionState
{
    public const string CsrfCookie = "csrftoken";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly CookieJar _jar;
    private readonly object _gate = new();
    private Headers _headers;
    private long _confirmedAt;
    private volatile bool _isConfirmed;

    public SessionState(CookieJar jar, long openedAt)
    {
        _jar = jar;
        _headers = ToHeaders();
        OpenedAt = _confirmedAt = openedAt;
    }

    /// <value>When the login was done, as a timestamp of the clock.</value>
    public long OpenedAt { get; }

    /// <value>When the server last took the session.</value>
    public long ConfirmedAt => Volatile.Read(ref _confirmedAt);

    public bool IsConfirmed => _isConfirmed;

    public void Confirm(long now)
    {
        Volatile.Write(ref _confirmedAt, now);
        _isConfirmed = true;
    }

    /// <summary>Takes cookies that an answer renews.</summary>
    public void Take(HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.Contains("Set-Cookie")) return;
        lock (_gate)
        {
            if (_jar.Take(response)) Volatile.Write(ref _headers, ToHeaders());
        }
    }

    public void Apply(HttpRequestMessage request, string referer)
    {
        var headers = Volatile.Read(ref _headers);
        request.Headers.TryAddWithoutValidation("Cookie", headers.Cookie);
        if (headers.Csrf is not null) request.Headers.TryAddWithoutValidation("X-CSRFToken", headers.Csrf);
        request.Headers.TryAddWithoutValidation("Referer", referer);
    }

    private Headers ToHeaders() => new(_jar.ToHeader(), _jar[CsrfCookie]);

    private sealed class Headers(string cookie, string? csrf)
    {
        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        public readonly string Cookie = cookie;

        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        public readonly string? Csrf = csrf;
    }
}
