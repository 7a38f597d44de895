// Servers over HTTP, and backfilling servers, which differ by their addresses only.
using System.Net;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class ServersClient(ApiPipeline pipeline, PollingOptions polling, ServerResource resource) : IServersClient, IBackfillingServersClient
{
    private static readonly Creation<Server, NewServer> Creation = new(
        SdkJson.Context.ObjectsBodyNewServer,
        static (s, name) => s with { Meta = ClientToken.Into(s.Meta, s.ClientToken, name) },
        static s => s.ClientToken,
        static s => s.Meta,
        static (requests, servers, cancellationToken) => requests.ListDetail(new ServerFilter().Name([.. servers.Select(static s => s.Name).Distinct()]).Query, cancellationToken));

    private readonly ResourceRequests<Server> _requests = new(pipeline, resource.Area, resource.Path, SdkJson.Context.Server, static s => s.Uuid);
    private readonly ServerActions _actions = new(pipeline, polling, resource);

    public Pageable<Server> ListAsync(ServerFilter? filter = null, CancellationToken cancellationToken = default) => _requests.ListDetail(filter?.Query, cancellationToken);

    public Pageable<ServerSummary> ListSummariesAsync(ServerFilter? filter = null, CancellationToken cancellationToken = default) =>
        _requests.ListSummaries(SdkJson.Context.ServerSummary, static s => s.Uuid, filter?.Query, cancellationToken);

    public Task<Server> GetAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.GetAsync(uuid, cancellationToken);

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) => _requests.GetSchemaAsync(cancellationToken);

    public async Task<Server> CreateAsync(NewServer server, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        return (await CreateManyAsync([server], cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<Server>> CreateManyAsync(IReadOnlyList<NewServer> servers, CancellationToken cancellationToken = default)
    {
        Guard.Each(servers, ServerRules.Check);
        return await _requests.CreateManyAsync(Creation, servers, nameof(servers), cancellationToken).ConfigureAwait(false);
    }

    public async Task<Server> UpdateAsync(Server server, UpdateServerOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(options);
        ServerRules.Check(server, nameof(server));
        if (options.RefuseIgnoredChanges) ServerChanges.RefuseIgnored(await GetAsync(server.Uuid, cancellationToken).ConfigureAwait(false), server);
        return await UpdateAsync(server, cancellationToken).ConfigureAwait(false);
    }

    public Task<Server> UpdateAsync(Server server, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        ServerRules.Check(server, nameof(server));
        return _requests.UpdateAsync(server.Uuid, server, cancellationToken);
    }

    public Task<Server> UpdateAsync(Guid uuid, NewServer definition, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        ServerRules.Check(definition, nameof(definition));
        return _requests.UpdateAsync(uuid, definition, SdkJson.Context.NewServer, cancellationToken);
    }

    public Task DeleteAsync(Guid uuid, DeleteServerOptions? options = null, CancellationToken cancellationToken = default) =>
        _requests.DeleteAsync(uuid, RecurseQuery(options), cancellationToken);

    public Task<bool> DeleteIfExistsAsync(Guid uuid, DeleteServerOptions? options = null, CancellationToken cancellationToken = default) =>
        Deletion.IfExistsAsync(() => DeleteAsync(uuid, options, cancellationToken));

    public Task DeleteManyAsync(IReadOnlyList<Guid> uuids, DeleteServerOptions? options = null, CancellationToken cancellationToken = default) =>
        _requests.DeleteManyAsync(uuids, RecurseQuery(options), cancellationToken);

    public Task<bool> StopAndDeleteAsync(Guid uuid, DeleteServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return _actions.StopAndDeleteAsync(uuid, () => DeleteAsync(uuid, options, cancellationToken), cancellationToken);
    }

    public async Task<ServerRuntime?> GetRuntimeAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        var request = ApiRequest.Get(resource.Id("runtime"), resource.PathOf(uuid) + "runtime/");
        return (await pipeline.SendAsync(request, SdkJson.Context.ServerRuntimeAnswer, cancellationToken).ConfigureAwait(false)).Runtime;
    }

    public Task<IReadOnlyList<IReadOnlyList<Guid>>> GetAvailabilityGroupsAsync(CancellationToken cancellationToken = default) => pipeline.SendAsync(
        ApiRequest.Get(resource.Id("availability-groups"), resource.Path + "availability_groups/"), SdkJson.Context.AvailabilityGroups, cancellationToken);

    public Task<IReadOnlyList<Guid>> GetAvailabilityGroupAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(
            ApiRequest.Get(resource.Id("availability-group"), $"{resource.Path}availability_groups/{uuid:D}/"), SdkJson.Context.AvailabilityGroup, cancellationToken);
    }

    public Task<Operation<Server>> StartAsync(Guid uuid, StartServerOptions? options = null, CancellationToken cancellationToken = default) =>
        _actions.StartAsync(uuid, options, cancellationToken);

    public Task<Operation<Server>> StopAsync(Guid uuid, CancellationToken cancellationToken = default) => _actions.StopAsync(uuid, cancellationToken);

    public Task<Operation<Server>> ShutdownAsync(Guid uuid, ShutdownServerOptions? options = null, CancellationToken cancellationToken = default) =>
        _actions.ShutdownAsync(uuid, options, cancellationToken);

    public Task<Operation<Server>> RestartAsync(Guid uuid, CancellationToken cancellationToken = default) => _actions.RestartAsync(uuid, cancellationToken);

    public Task<Operation<Server>> CloneAsync(Guid uuid, CloneServerOptions? options = null, CancellationToken cancellationToken = default) =>
        _actions.CloneAsync(uuid, options, cancellationToken);

    public Task<VncConnection> OpenVncAsync(Guid uuid, CancellationToken cancellationToken = default) => _actions.OpenVncAsync(uuid, cancellationToken);

    public Task CloseVncAsync(Guid uuid, CancellationToken cancellationToken = default) => _actions.CloseVncAsync(uuid, cancellationToken);

    public Task<ConsoleConnection> OpenConsoleAsync(Guid uuid, CancellationToken cancellationToken = default) => _actions.OpenConsoleAsync(uuid, cancellationToken);

    public Task CloseConsoleAsync(Guid uuid, CancellationToken cancellationToken = default) => _actions.CloseConsoleAsync(uuid, cancellationToken);

    public Task<IPAddress> WaitForAddressAsync(Guid uuid, WaitForAddressOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return _actions.WaitForAddressAsync(new Server { Uuid = uuid }, options, cancellationToken);
    }

    public Task<IPAddress> WaitForAddressAsync(Server server, WaitForAddressOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        Guard.HasUuid(server.Uuid, nameof(server));
        return _actions.WaitForAddressAsync(server, options, cancellationToken);
    }

    public Task<Operation<Server>> ResumeAsync(string operationId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operationId);
        return _actions.ResumeAsync(operationId, cancellationToken);
    }

    private static string RecurseQuery(DeleteServerOptions? options) =>
        options?.Recurse is { Value.Length: > 0 } drives ? $"?recurse={Uri.EscapeDataString(drives.Value)}" : "";
}
