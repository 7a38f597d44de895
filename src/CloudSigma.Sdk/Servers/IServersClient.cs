// What applications can do with servers.
namespace CloudSigma.Sdk;

/// <summary>Servers (guide 11). Applications may fake it; members may be added in a minor version.</summary>
public interface IServersClient
{
    /// <summary>Lists servers with all their members, the shared ones included.</summary>
    /// <param name="filter">Narrows the list; null lists all.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("servers-list-detail")]
    Pageable<Server> ListAsync(ServerFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Lists servers in brief: uuid, name, status, runtime and owner, or the members that the filter chooses.</summary>
    /// <param name="filter">Narrows the list, and may choose members; null lists all.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("servers-list")]
    Pageable<ServerSummary> ListSummariesAsync(ServerFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Reads one server.</summary>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The server.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such server.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("servers-get")]
    Task<Server> GetAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Reads what the API says about the members, filters and methods of servers.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("servers-schema")]
    Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a server. It is <see cref="ServerStatus.Stopped"/>.</summary>
    /// <param name="server">What the server is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the server was made is then not known.</param>
    /// <returns>The server.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent, or network cards or drives break a rule of the API, which is named.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("servers-create")]
    Task<Server> CreateAsync(NewServer server, CancellationToken cancellationToken = default);

    /// <summary>Creates several servers with one request.</summary>
    /// <param name="servers">What the servers are to be. None sends nothing.</param>
    /// <param name="cancellationToken">Cancels the request; whether the servers were made is then not known.</param>
    /// <returns>The servers in the order of the request.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent, or network cards or drives break a rule of the API, which is named.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("servers-create")]
    Task<IReadOnlyList<Server>> CreateManyAsync(IReadOnlyList<NewServer> servers, CancellationToken cancellationToken = default);

    /// <summary>Writes a server back: read it, change it by <c>with</c>, and hand it over. Nothing that was read is lost.</summary>
    /// <remarks>
    /// On a running server only name, meta and tags are taken; the API ignores the rest without an error (guide 9.3). <see cref="UpdateServerOptions.RefuseIgnoredChanges"/>
    /// refuses such a change.
    /// </remarks>
    /// <param name="server">The server as it is to be.</param>
    /// <param name="options">How it is written; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the request; whether the server was changed is then not known.</param>
    /// <returns>The server as it is now.</returns>
    /// <exception cref="ArgumentException">The server has no uuid, a value cannot be sent, or network cards or drives break a rule of the API, which is named.</exception>
    /// <exception cref="IgnoredChangesException">The options refuse a change that the API would ignore. Nothing was sent.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("servers-update")]
    Task<Server> UpdateAsync(Server server, UpdateServerOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Replaces the definition of a server. Members that are null keep their value.</summary>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="definition">The definition.</param>
    /// <param name="cancellationToken">Cancels the request; whether the server was changed is then not known.</param>
    /// <returns>The server as it is now.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty, a value cannot be sent, or network cards or drives break a rule of the API, which is named.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("servers-update")]
    Task<Server> UpdateAsync(Guid uuid, NewServer definition, CancellationToken cancellationToken = default);

    /// <summary>Deletes a stopped server.</summary>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="options">What is deleted with it; null for nothing, its drives stay.</param>
    /// <param name="cancellationToken">Cancels the request; whether the server was deleted is then not known.</param>
    /// <returns>A task that ends when the server is deleted.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="PermissionDeniedException">The server is not stopped.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such server.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("servers-delete")]
    Task DeleteAsync(Guid uuid, DeleteServerOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts a stopped server.</summary>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="options">How it is started; null for the usual way.</param>
    /// <param name="cancellationToken">Cancels the request; whether the server was started is then not known.</param>
    /// <returns>The start; it ends when the server is <see cref="ServerStatus.Running"/>.</returns>
    /// <exception cref="ArgumentException">A uuid is empty.</exception>
    /// <exception cref="PermissionDeniedException">The server is not stopped.</exception>
    /// <exception cref="InsufficientFundsException">There is no money for 5 days of use.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("servers-start")]
    Task<Operation<Server>> StartAsync(Guid uuid, StartServerOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Powers a running server off, without asking its guest.</summary>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="cancellationToken">Cancels the request; whether the server was stopped is then not known.</param>
    /// <returns>The stop; it ends when the server is <see cref="ServerStatus.Stopped"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="PermissionDeniedException">The server is not running.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("servers-stop")]
    Task<Operation<Server>> StopAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Takes up an operation on a server again, from its <see cref="Operation{T}.Id"/>.</summary>
    /// <param name="operationId">The id of an operation that this client, perhaps in another process, has made.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The operation with the present state of the server.</returns>
    /// <exception cref="ArgumentException">The id is not that of an operation on a server.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("servers-get")]
    Task<Operation<Server>> ResumeAsync(string operationId, CancellationToken cancellationToken = default);
}
