// What applications can do with backfilling servers.
using System.Net;

namespace CloudSigma.Sdk;

/// <summary>Backfilling servers (guide 30). Applications may fake it; members may be added in a minor version.</summary>
/// <remarks>
/// They use spare capacity, at a price of their own: the cloud may stop them or cut them down at any time, see <see cref="ServerRuntime.PerfFactor"/>. The account has to be
/// enabled for them, or everything here is a <see cref="PermissionDeniedException"/>. They are servers otherwise: each method does what the one of the same name does in
/// <see cref="IServersClient"/>. Only start and stop are documented by themselves; the other actions of servers apply too.
/// </remarks>
public interface IBackfillingServersClient
{
    /// <inheritdoc cref="IServersClient.ListAsync(ServerFilter, CancellationToken)"/>
    [ApiOperation("bservers-list-detail")]
    Pageable<Server> ListAsync(ServerFilter? filter = null, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.ListSummariesAsync(ServerFilter, CancellationToken)"/>
    [ApiOperation("bservers-list")]
    Pageable<ServerSummary> ListSummariesAsync(ServerFilter? filter = null, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.GetAsync(Guid, CancellationToken)"/>
    [ApiOperation("bservers-get")]
    Task<Server> GetAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.GetSchemaAsync(CancellationToken)"/>
    [ApiOperation("bservers-schema")]
    Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.CreateAsync(NewServer, CancellationToken)"/>
    [ApiOperation("bservers-create")]
    Task<Server> CreateAsync(NewServer server, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.CreateManyAsync(IReadOnlyList{NewServer}, CancellationToken)"/>
    [ApiOperation("bservers-create")]
    Task<IReadOnlyList<Server>> CreateManyAsync(IReadOnlyList<NewServer> servers, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.UpdateAsync(Server, CancellationToken)"/>
    [ApiOperation("bservers-update")]
    Task<Server> UpdateAsync(Server server, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.UpdateAsync(Guid, NewServer, CancellationToken)"/>
    [ApiOperation("bservers-update")]
    Task<Server> UpdateAsync(Guid uuid, NewServer definition, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.DeleteAsync(Guid, DeleteServerOptions, CancellationToken)"/>
    [ApiOperation("bservers-delete")]
    Task DeleteAsync(Guid uuid, DeleteServerOptions? options = null, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.DeleteIfExistsAsync(Guid, DeleteServerOptions, CancellationToken)"/>
    [ApiOperation("bservers-delete")]
    Task<bool> DeleteIfExistsAsync(Guid uuid, DeleteServerOptions? options = null, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.StopAndDeleteAsync(Guid, DeleteServerOptions, CancellationToken)"/>
    [ApiOperation("bservers-stop")]
    [ApiOperation("bservers-delete")]
    Task<bool> StopAndDeleteAsync(Guid uuid, DeleteServerOptions? options = null, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.StartAsync(Guid, StartServerOptions, CancellationToken)"/>
    [ApiOperation("bservers-start")]
    Task<Operation<Server>> StartAsync(Guid uuid, StartServerOptions? options = null, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.StopAsync(Guid, CancellationToken)"/>
    [ApiOperation("bservers-stop")]
    Task<Operation<Server>> StopAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.ShutdownAsync(Guid, ShutdownServerOptions, CancellationToken)"/>
    [ApiOperation("servers-shutdown")]
    Task<Operation<Server>> ShutdownAsync(Guid uuid, ShutdownServerOptions? options = null, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.RestartAsync(Guid, CancellationToken)"/>
    [ApiOperation("servers-restart")]
    Task<Operation<Server>> RestartAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.CloneAsync(Guid, CloneServerOptions, CancellationToken)"/>
    [ApiOperation("servers-clone")]
    Task<Operation<Server>> CloneAsync(Guid uuid, CloneServerOptions? options = null, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.OpenVncAsync(Guid, CancellationToken)"/>
    [ApiOperation("servers-open-vnc")]
    Task<VncConnection> OpenVncAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.CloseVncAsync(Guid, CancellationToken)"/>
    [ApiOperation("servers-close-vnc")]
    Task CloseVncAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.OpenConsoleAsync(Guid, CancellationToken)"/>
    [ApiOperation("servers-open-console")]
    Task<ConsoleConnection> OpenConsoleAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.CloseConsoleAsync(Guid, CancellationToken)"/>
    [ApiOperation("servers-close-console")]
    Task CloseConsoleAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.WaitForAddressAsync(Guid, WaitForAddressOptions, CancellationToken)"/>
    [ApiOperation("bservers-get")]
    Task<IPAddress> WaitForAddressAsync(Guid uuid, WaitForAddressOptions? options = null, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.WaitForAddressAsync(Server, WaitForAddressOptions, CancellationToken)"/>
    [ApiOperation("bservers-get")]
    Task<IPAddress> WaitForAddressAsync(Server server, WaitForAddressOptions? options = null, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="IServersClient.ResumeAsync(string, CancellationToken)"/>
    [ApiOperation("bservers-get")]
    Task<Operation<Server>> ResumeAsync(string operationId, CancellationToken cancellationToken = default);
}
