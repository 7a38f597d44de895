// Servers over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;
using CloudSigma.Sdk.Core.Resilience;

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

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        pipeline.GetSchemaAsync("servers-schema", "servers/schema/", cancellationToken);

    public async Task<Server> CreateAsync(NewServer server, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        return (await CreateManyAsync([server], cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<Server>> CreateManyAsync(IReadOnlyList<NewServer> servers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(servers);
        if (servers.Count == 0) return [];
        foreach (var server in servers) ServerRules.Check(server, nameof(servers));
        IReadOnlyList<NewServer> bodies = [.. servers.Select(static s => s with { Meta = ClientToken.Into(s.Meta, s.ClientToken, nameof(servers)) })];
        var request = ApiRequest.Post("servers-create", "servers/", new ObjectsBody<NewServer>(bodies), SdkJson.Context.ObjectsBodyNewServer);
        return await ClientToken.CreateAsync(
            () => pipeline.SendCreateAsync(request, servers.Count, SdkJson.Context.Server, static s => s.Uuid, cancellationToken),
            [.. servers.Select(static s => s.ClientToken)],
            () => ListAsync(new ServerFilter().Name([.. servers.Select(static s => s.Name).Distinct()]), cancellationToken),
            static s => s.Meta).ConfigureAwait(false);
    }

    public async Task<Server> UpdateAsync(Server server, UpdateServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        ServerRules.Check(server, nameof(server));
        if (options is { RefuseIgnoredChanges: true }) ServerChanges.RefuseIgnored(await GetAsync(server.Uuid, cancellationToken).ConfigureAwait(false), server);
        return await pipeline.SendAsync(
            ApiRequest.Put("servers-update", $"servers/{server.Uuid:D}/", server, SdkJson.Context.Server), SdkJson.Context.Server, cancellationToken).ConfigureAwait(false);
    }

    public Task<Server> UpdateAsync(Guid uuid, NewServer definition, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        ArgumentNullException.ThrowIfNull(definition);
        ServerRules.Check(definition, nameof(definition));
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
            new StartServerBody(options?.Method), SdkJson.Context.StartServerBody, RequestSafety.RepeatableAction);
        return await ActAsync(request, ServerOperations.StartKind, uuid, cancellationToken).ConfigureAwait(false);
    }

    public Task<Operation<Server>> StopAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        var request = ApiRequest.Post("servers-stop", $"servers/{uuid:D}/action/?do=stop", RequestSafety.RepeatableAction);
        return ActAsync(request, ServerOperations.StopKind, uuid, cancellationToken);
    }

    public Task<Operation<Server>> ResumeAsync(string operationId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operationId);
        return _operations.ResumeAsync(operationId, cancellationToken);
    }

    /// <summary>Sends an action. When its answer is lost, or a repeated one is refused, the state of the server says what became of it.</summary>
    private async Task<Operation<Server>> ActAsync(ApiRequest request, string kind, Guid uuid, CancellationToken cancellationToken)
    {
        try
        {
            // The status says that the action was accepted; what the body repeats must not turn that into an error.
            await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (CloudSigmaException e) when (RetryRules.IsAmbiguous(e) || (e is PermissionDeniedException && e.Retries > 0))
        {
            var operation = await _operations.MakeAsync(kind, uuid, cancellationToken).ConfigureAwait(false);
            if (ServerOperations.HasBegun(kind, operation.Value)) return operation;
            throw;
        }

        try
        {
            return await _operations.MakeAsync(kind, uuid, cancellationToken).ConfigureAwait(false);
        }
        catch (CloudSigmaException e) when (RetryRules.IsAmbiguous(e) || e is RateLimitedException)
        {
            // The cloud has said yes; that it cannot be looked at right now is no failure of the action.
            return _operations.MakeUnseen(kind, uuid);
        }
    }
}
