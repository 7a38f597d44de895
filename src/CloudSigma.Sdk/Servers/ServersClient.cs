// Servers over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class ServersClient(ApiPipeline pipeline, PollingOptions polling) : IServersClient
{
    private readonly ServerOperations _operations = new(pipeline, polling);

    public Pageable<Server> ListAsync(ServerFilter? filter = null, CancellationToken cancellationToken = default) =>
        pipeline.List(
            new ListRequest<Server, Guid>("servers-list-detail", "servers/detail/", SdkJson.Context.Server, static s => s.Uuid) { Query = filter?.Query ?? "" },
            cancellationToken);

    public Pageable<ServerSummary> ListSummariesAsync(ServerFilter? filter = null, CancellationToken cancellationToken = default) =>
        pipeline.List(
            new ListRequest<ServerSummary, Guid>("servers-list", "servers/", SdkJson.Context.ServerSummary, static s => s.Uuid) { Query = filter?.Query ?? "" },
            cancellationToken);

    public Task<Server> GetAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Get("servers-get", $"servers/{uuid:D}/"), SdkJson.Context.Server, cancellationToken);
    }

    public async Task<Server> CreateAsync(NewServer server, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        return (await CreateManyAsync([server], cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<Server>> CreateManyAsync(IReadOnlyList<NewServer> servers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(servers);
        if (servers.Count == 0) return [];
        foreach (var server in servers) Check(server, nameof(servers));
        var request = ApiRequest.Post("servers-create", "servers/", new ObjectsBody<NewServer>(servers), SdkJson.Context.ObjectsBodyNewServer);
        return await pipeline.SendCreateAsync(request, servers.Count, SdkJson.Context.Server, cancellationToken).ConfigureAwait(false);
    }

    public Task<Server> UpdateAsync(Server server, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        Guard.HasUuid(server.Uuid, nameof(server));
        return pipeline.SendAsync(
            ApiRequest.Put("servers-update", $"servers/{server.Uuid:D}/", server, SdkJson.Context.Server), SdkJson.Context.Server, cancellationToken);
    }

    public Task<Server> UpdateAsync(Guid uuid, NewServer definition, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        ArgumentNullException.ThrowIfNull(definition);
        Check(definition, nameof(definition));
        return pipeline.SendAsync(
            ApiRequest.Put("servers-update", $"servers/{uuid:D}/", definition, SdkJson.Context.NewServer), SdkJson.Context.Server, cancellationToken);
    }

    public Task DeleteAsync(Guid uuid, DeleteServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        var recurse = options?.Recurse is { Value.Length: > 0 } drives ? $"?recurse={Uri.EscapeDataString(drives.Value)}" : "";
        return pipeline.SendAsync(ApiRequest.Delete("servers-delete", $"servers/{uuid:D}/{recurse}"), cancellationToken);
    }

    public async Task<Operation<Server>> StartAsync(Guid uuid, StartServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        var request = ApiRequest.Post(
            "servers-start", $"servers/{uuid:D}/action/?do=start{Guard.AvoidQuery(options?.Avoid, '&', nameof(options))}",
            new StartServerBody(options?.Method), SdkJson.Context.StartServerBody);
        // The status says that the start was accepted; what the body repeats must not turn that into an error.
        await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await _operations.StartedAsync(uuid, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Operation<Server>> StopAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        await pipeline.SendAsync(ApiRequest.Post("servers-stop", $"servers/{uuid:D}/action/?do=stop"), cancellationToken).ConfigureAwait(false);
        return await _operations.StoppedAsync(uuid, cancellationToken).ConfigureAwait(false);
    }

    public Task<Operation<Server>> ResumeAsync(string operationId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operationId);
        return _operations.ResumeAsync(operationId, cancellationToken);
    }

    private static void Check(NewServer server, string name)
    {
        ArgumentNullException.ThrowIfNull(server, name);
        if (string.IsNullOrEmpty(server.Name)) throw new ArgumentException("A server needs a Name.", name);
        if (server.Cpu <= 0) throw new ArgumentException($"The Cpu of the server '{server.Name}' is {server.Cpu} MHz. It has to be larger than zero, e.g. 2000.", name);
        if (server.Memory.Bytes <= 0) throw new ArgumentException($"The Memory of the server '{server.Name}' is {server.Memory.Bytes} bytes. It has to be larger than zero, e.g. ByteSize.GiB(1).", name);
        if (string.IsNullOrEmpty(server.VncPassword)) throw new ArgumentException($"The server '{server.Name}' needs a VncPassword.", name);
        Guard.Meta(server.Meta, name);
    }
}
