// The client itself: it puts the pipeline together and hands it to the clients of the resources.
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudSigma.Sdk.Core.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudSigma.Sdk;

/// <summary>Talks to the CloudSigma API 2.0. It is safe for concurrent use; make one and keep it.</summary>
public sealed class CloudSigmaClient : ICloudSigmaClient, IDisposable, IAsyncDisposable
{
    private static readonly string Version =
        typeof(CloudSigmaClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private readonly ApiPipeline _pipeline;
    private readonly HttpClient? _ownHttpClient;
    private readonly Lazy<HttpClient>? _ownTransferHttpClient;
    private readonly TransferHosts _transferHosts;

    /// <summary>Makes a client with connections of its own; disposing the client closes them.</summary>
    /// <param name="options">The settings; they cannot be changed afterwards.</param>
    /// <exception cref="ArgumentException">A setting cannot work; the message names it with its value.</exception>
    public CloudSigmaClient(CloudSigmaClientOptions options) : this(options, CreateHttpClient(options), null, ownsHttpClient: true)
    {
    }

    /// <summary>Makes a client on an <see cref="HttpClient"/> of the application, which it neither changes nor disposes.</summary>
    /// <remarks>
    /// Everything that the SDK does happens above the <see cref="HttpClient"/>. Its <see cref="HttpClient.Timeout"/> stays in force, so set it to
    /// infinite to leave deadlines to <see cref="CloudSigmaClientOptions.RequestTimeout"/>. Its handler should not follow redirects.
    /// </remarks>
    /// <param name="options">The settings; they cannot be changed afterwards.</param>
    /// <param name="httpClient">What sends the requests.</param>
    /// <exception cref="ArgumentException">A setting cannot work; the message names it with its value.</exception>
    public CloudSigmaClient(CloudSigmaClientOptions options, HttpClient httpClient) : this(options, httpClient, httpClient, ownsHttpClient: false)
    {
    }

    /// <summary>Makes a client on two <see cref="HttpClient"/>s of the application, one of them for uploads and downloads alone, so that images do not take the connections of other requests.</summary>
    /// <param name="options">The settings; they cannot be changed afterwards.</param>
    /// <param name="httpClient">What sends the requests.</param>
    /// <param name="transferHttpClient">
    /// What sends the bytes of images. Its <see cref="HttpClient.Timeout"/> has to be infinite, for it would end long transfers, and its handler should not follow redirects.
    /// </param>
    /// <exception cref="ArgumentException">A setting cannot work; the message names it with its value.</exception>
    public CloudSigmaClient(CloudSigmaClientOptions options, HttpClient httpClient, HttpClient transferHttpClient)
        : this(options, httpClient, transferHttpClient ?? throw new ArgumentNullException(nameof(transferHttpClient)), ownsHttpClient: false)
    {
    }

    private CloudSigmaClient(CloudSigmaClientOptions options, HttpClient httpClient, HttpClient? transferHttpClient, bool ownsHttpClient)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(httpClient);
        _ownHttpClient = ownsHttpClient ? httpClient : null;
        _ownTransferHttpClient = ownsHttpClient ? new Lazy<HttpClient>(static () => CreateHttpClient(CreateTransferHandler())) : null;
        _pipeline = new ApiPipeline(httpClient, ToPipelineOptions(options));
        options.Freeze();
        _transferHosts = new TransferHosts(_pipeline, () => transferHttpClient ?? _ownTransferHttpClient!.Value, options.UploadEndpoint, options.AllowInsecureEndpoint);
        Acls = new AclsClient(_pipeline);
        BackfillingServers = new ServersClient(_pipeline, options.Polling, ServerResource.Backfilling);
        BackupSchedulers = new BackupSchedulersClient(_pipeline);
        Capabilities = new CapabilitiesClient(_pipeline);
        var drives = new DriveOperations(_pipeline, options.Polling);
        Drives = new DrivesClient(_pipeline, drives, _transferHosts);
        DriveUsers = new DriveUsersClient(_pipeline);
        GlobalContext = new GlobalContextClient(_pipeline);
        Jobs = new JobsClient(_pipeline);
        Keypairs = new KeypairsClient(_pipeline);
        Library = new LibraryClient(_pipeline, drives);
        Locations = new LocationsClient(_pipeline);
        PrivateClouds = new PrivateCloudsClient(_pipeline);
        Profile = new ProfileClient(_pipeline);
        PublicKeys = new PublicKeysClient(_pipeline);
        RemoteSnapshots = new RemoteSnapshotsClient(_pipeline, options.Polling, drives);
        Servers = new ServersClient(_pipeline, options.Polling, ServerResource.Servers);
        Snapshots = new SnapshotsClient(_pipeline, options.Polling, drives);
        Tags = new TagsClient(_pipeline);
        VmwareServers = new VmwareServersClient(_pipeline);
    }

    /// <inheritdoc/>
    public Uri Endpoint => _pipeline.Options.Endpoint;

    /// <inheritdoc/>
    public IAclsClient Acls { get; }

    /// <inheritdoc/>
    public IBackfillingServersClient BackfillingServers { get; }

    /// <inheritdoc/>
    public IBackupSchedulersClient BackupSchedulers { get; }

    /// <inheritdoc/>
    public ICapabilitiesClient Capabilities { get; }

    /// <inheritdoc/>
    public IDrivesClient Drives { get; }

    /// <inheritdoc/>
    public IDriveUsersClient DriveUsers { get; }

    /// <inheritdoc/>
    public IGlobalContextClient GlobalContext { get; }

    /// <inheritdoc/>
    public IJobsClient Jobs { get; }

    /// <inheritdoc/>
    public IKeypairsClient Keypairs { get; }

    /// <inheritdoc/>
    public ILibraryClient Library { get; }

    /// <inheritdoc/>
    public ILocationsClient Locations { get; }

    /// <inheritdoc/>
    [Experimental(ExperimentalFeatures.PrivateClouds)]
    public IPrivateCloudsClient PrivateClouds { get; }

    /// <inheritdoc/>
    public IProfileClient Profile { get; }

    /// <inheritdoc/>
    public IPublicKeysClient PublicKeys { get; }

    /// <inheritdoc/>
    public IRemoteSnapshotsClient RemoteSnapshots { get; }

    /// <inheritdoc/>
    public IServersClient Servers { get; }

    /// <inheritdoc/>
    public ISnapshotsClient Snapshots { get; }

    /// <inheritdoc/>
    public ITagsClient Tags { get; }

    /// <inheritdoc/>
    public IVmwareServersClient VmwareServers { get; }

    /// <inheritdoc/>
    public Task<JsonElement> SendAsync(HttpMethod method, string relativeUri, JsonNode? body = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(relativeUri);
        var json = body is null ? null : Encoding.UTF8.GetBytes(body.ToJsonString());
        return _pipeline.SendForJsonAsync(ApiRequest.Custom(method, BelowEndpoint(relativeUri), json), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<HttpMethod>> GetAllowedMethodsAsync(string relativeUri, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(relativeUri);
        // The content type says nothing here: a server that calls this text a page still means the methods.
        return _pipeline.SendForTextAsync(ApiRequest.Options("options", BelowEndpoint(relativeUri)), AllowedMethods.ParseList, cancellationToken);
    }

    /// <summary>Logs out, if the credential is a session, and closes the connections, if they are the client's own.</summary>
    /// <remarks>Logging out takes at most five seconds; that it fails is no error, for a session runs out by itself.</remarks>
    /// <returns>A task that ends when nothing is left to do.</returns>
    public async ValueTask DisposeAsync()
    {
        await _pipeline.DisposeAsync().ConfigureAwait(false);
        Dispose();
    }

    /// <summary>Closes the connections, if they are the client's own. It does not log out; <see cref="DisposeAsync"/> does.</summary>
    public void Dispose()
    {
        _transferHosts.Dispose();
        _pipeline.Dispose();
        _ownHttpClient?.Dispose();
        if (_ownTransferHttpClient is { IsValueCreated: true }) _ownTransferHttpClient.Value.Dispose();
    }

    /// <summary>Makes the handler that clients use when the application brings none.</summary>
    internal static SocketsHttpHandler CreateHandler() => new()
    {
        // Addresses of the API change; cookies and redirects would carry credentials where they do not belong.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(30),
        AllowAutoRedirect = false,
        UseCookies = false,
    };

    /// <summary>Makes the handler for images. The traces of the framework would show the addresses of links, which are secrets, and go along to other hosts.</summary>
    internal static SocketsHttpHandler CreateTransferHandler()
    {
        var handler = CreateHandler();
        handler.ActivityHeadersPropagator = null;
        return handler;
    }

    private static HttpClient CreateHttpClient(CloudSigmaClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return CreateHttpClient(CreateHandler());
    }

    private static HttpClient CreateHttpClient(SocketsHttpHandler handler) => new(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };

    private static ApiPipelineOptions ToPipelineOptions(CloudSigmaClientOptions options)
    {
        var faults = CloudSigmaClientOptionsValidator.FindFaults(options);
        if (faults.Count > 0) throw new ArgumentException($"The options of the client cannot work. {string.Join(' ', faults)}", nameof(options));
        var endpoint = options.Location?.Endpoint ?? options.Endpoint!;
        return new ApiPipelineOptions
        {
            Endpoint = endpoint.AbsolutePath.EndsWith('/') ? endpoint : new Uri(endpoint.AbsoluteUri + "/"),
            Credential = options.Credential,
            RequestTimeout = options.RequestTimeout,
            TotalTimeout = options.TotalTimeout,
            Retry = options.Retry,
            RateLimits = options.RateLimits,
            RateLimiter = options.RateLimiter,
            Logger = options.LoggerFactory?.CreateLogger("CloudSigma.Sdk") ?? NullLogger.Instance,
            LogBodies = options.LogBodies,
            Randomizer = options.Randomizer,
            PageSize = options.PageSize,
            PrefetchPages = options.PrefetchPages,
            UserAgent = $"{(options.ApplicationName is { } name ? name + " " : "")}CloudSigma.Sdk/{Version}",
            TimeProvider = options.TimeProvider,
        };
    }

    /// <summary>Makes sure that a request of the application's own, and the credential with it, goes below the endpoint.</summary>
    private string BelowEndpoint(string relativeUri)
    {
        var root = Endpoint.AbsolutePath;
        var path = relativeUri.StartsWith(root, StringComparison.Ordinal) ? relativeUri[root.Length..]
            : relativeUri.StartsWith('/') && !relativeUri.StartsWith("//", StringComparison.Ordinal) ? relativeUri[1..] : relativeUri;
        return Uri.TryCreate(Endpoint, path, out var target)
            && target.GetLeftPart(UriPartial.Authority) == Endpoint.GetLeftPart(UriPartial.Authority)
            && target.AbsolutePath.StartsWith(root, StringComparison.Ordinal)
            && Uri.TryCreate(path, UriKind.Relative, out _)
            ? path
            : throw new ArgumentException($"'{relativeUri}' does not lead below the endpoint {Endpoint}. Pass a path such as 'drives/' or '{root}drives/'.", nameof(relativeUri));
    }
}
