// Where uploads and downloads go.
using CloudSigma.Sdk.Core.Authentication;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Transfers;

namespace CloudSigma.Sdk;

/// <summary>Finds the upload host of the location, once, and sends to it and to the host of the API over connections that are not those of other requests.</summary>
internal sealed class TransferHosts : IDisposable
{
    private readonly ApiPipeline _pipeline;
    private readonly Lazy<HttpClient> _httpClient;
    private readonly Lazy<TransferClient> _api;
    private readonly SingleFlight<TransferClient> _finding;
    private readonly Uri? _chosen;
    private readonly bool _allowInsecure;
    private TransferClient? _upload;

    /// <param name="pipeline">The pipeline of the client.</param>
    /// <param name="httpClient">Makes what sends the requests, when the first is sent.</param>
    /// <param name="uploadEndpoint">The upload host; null to ask the API.</param>
    /// <param name="allowInsecure">Whether the upload host may be one of plain http.</param>
    public TransferHosts(ApiPipeline pipeline, Func<HttpClient> httpClient, Uri? uploadEndpoint, bool allowInsecure)
    {
        _pipeline = pipeline;
        _httpClient = new Lazy<HttpClient>(httpClient);
        _api = new Lazy<TransferClient>(() => pipeline.CreateTransferClient(_httpClient.Value));
        _finding = new SingleFlight<TransferClient>(pipeline.Options.TotalTimeout, pipeline.Options.TimeProvider, "The address of the upload host");
        _chosen = uploadEndpoint;
        _allowInsecure = allowInsecure;
    }

    /// <value>The host of the API.</value>
    public TransferClient Api => _api.Value;

    /// <value>Whether the credential proves itself to the upload host too. Sessions and tokens are for one host only, and raw uploads take nothing but Basic (guide 3, 24).</value>
    public bool CanUseUploadHost => _pipeline.Options.Credential?.IsForAllHosts ?? true;

    /// <summary>The host for raw uploads and for downloads.</summary>
    public async ValueTask<TransferClient> FindUploadHostAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _upload) ?? await _finding.RunAsync(() => Volatile.Read(ref _upload), FindAsync, cancellationToken).ConfigureAwait(false);

    /// <summary>The host for downloads with this credential.</summary>
    public ValueTask<TransferClient> FindDownloadHostAsync(CancellationToken cancellationToken) =>
        CanUseUploadHost ? FindUploadHostAsync(cancellationToken) : new ValueTask<TransferClient>(Api);

    public void Dispose() => _finding.Dispose();

    private async Task<TransferClient> FindAsync(CancellationToken cancellationToken)
    {
        var endpoint = _chosen ?? await AskAsync(cancellationToken).ConfigureAwait(false) ?? Derive(_pipeline.Options.Endpoint);
        if (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback && !_allowInsecure)
            throw new TransferException($"The upload host is {endpoint.GetLeftPart(UriPartial.Authority)}: plain http would show the credential to everybody on the way. Set UploadEndpoint to one of https, or AllowInsecureEndpoint.");
        if (!endpoint.AbsolutePath.EndsWith('/')) endpoint = new Uri(endpoint.AbsoluteUri + "/");
        var client = endpoint == _pipeline.Options.Endpoint ? Api : _pipeline.CreateTransferClient(_httpClient.Value, endpoint);
        Volatile.Write(ref _upload, client);
        return client;
    }

    /// <summary>What the API says of its own upload host; null when it says nothing.</summary>
    private async Task<Uri?> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var location in new LocationsClient(_pipeline).ListAsync(cancellationToken).ConfigureAwait(false))
            {
                if (location.ApiEndpoint is { IsAbsoluteUri: true } api && _pipeline.IsOwnHost(api) && location.UploadEndpoint is { IsAbsoluteUri: true } upload) return upload;
            }

            return null;
        }
        catch (CloudSigmaException e) when (e is InvalidResponseException || (e is CloudSigmaApiException api and not AuthenticationException && (int)api.StatusCode < 500))
        {
            // Not every place answers this; the rule of the guide stands then.
            return null;
        }
    }

    /// <summary>The rule of the guide: <c>direct.</c> in front of the host (guide 1).</summary>
    internal static Uri Derive(Uri endpoint) => endpoint.HostNameType != UriHostNameType.Dns || endpoint.IsLoopback || endpoint.Host.StartsWith("direct.", StringComparison.OrdinalIgnoreCase)
        ? endpoint
        : new UriBuilder(endpoint) { Host = "direct." + endpoint.Host }.Uri;
}
