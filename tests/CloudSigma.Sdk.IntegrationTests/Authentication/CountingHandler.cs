// Counts what goes over the wire.
using System.Net;

namespace CloudSigma.Sdk.IntegrationTests.Authentication;

internal sealed class CountingHandler : DelegatingHandler
{
    private int _requests;
    private int _refusals;
    private int _stale;

    public CountingHandler() : base(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
    }

    public int Requests => Volatile.Read(ref _requests);

    public int Refusals => Volatile.Read(ref _refusals);

    public int StaleNonces => Volatile.Read(ref _stale);

    public DateTimeOffset ServerTime { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        var response = await base.SendAsync(request, cancellationToken);
        ServerTime = response.Headers.Date ?? ServerTime;
        if (response.StatusCode == HttpStatusCode.Unauthorized) Interlocked.Increment(ref _refusals);
        if (response.Headers.WwwAuthenticate.ToString().Contains("stale=true", StringComparison.Ordinal)) Interlocked.Increment(ref _stale);
        return response;
    }
}
