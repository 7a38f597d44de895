// What applications can do with servers; the actions are in IServersClient.Actions.cs.
namespace CloudSigma.Sdk;

/// <summary>Servers (guide 11). Applications may fake it; members may be added in a minor version.</summary>
public partial interface IServersClient
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
    /// of the other overload refuses such a change.
    /// </remarks>
    /// <param name="server">The server as it is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the server was changed is then not known.</param>
    /// <returns>The server as it is now.</returns>
    /// <exception cref="ArgumentException">The server has no uuid, a value cannot be sent, or network cards or drives break a rule of the API, which is named.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("servers-update")]
    Task<Server> UpdateAsync(Server server, CancellationToken cancellationToken = default);

    /// <summary>Writes a server back, in another way than usual.</summary>
    /// <param name="server">The server as it is to be.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="cancellationToken">Cancels the requests; whether the server was changed is then not known.</param>
    /// <returns>The server as it is now.</returns>
    /// <exception cref="ArgumentException">The server has no uuid, a value cannot be sent, or network cards or drives break a rule of the API, which is named.</exception>
    /// <exception cref="IgnoredChangesException">The options refuse a change that the API would ignore. Nothing was sent.</exception>
    /// <exception cref="CloudSigmaException">A request failed otherwise.</exception>
    [ApiOperation("servers-update")]
    Task<Server> UpdateAsync(Server server, UpdateServerOptions options, CancellationToken cancellationToken = default);

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

    /// <summary>Deletes a stopped server, if it is there.</summary>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="options">What is deleted with it; null for nothing, its drives stay.</param>
    /// <param name="cancellationToken">Cancels the request; whether the server was deleted is then not known.</param>
    /// <returns>True when it was there, false when it was gone already.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="PermissionDeniedException">The server is not stopped.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("servers-delete")]
    Task<bool> DeleteIfExistsAsync(Guid uuid, DeleteServerOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes several stopped servers with one request.</summary>
    /// <remarks>
    /// What becomes of the others when one of them is not there or cannot be deleted is not documented (guide 9.2), nor is <see cref="DeleteServerOptions.Recurse"/> for
    /// several: list them after an error.
    /// </remarks>
    /// <param name="uuids">Uuids of the servers. None sends nothing.</param>
    /// <param name="options">What is deleted with them; null for nothing, their drives stay.</param>
    /// <param name="cancellationToken">Cancels the request; which servers were deleted is then not known.</param>
    /// <returns>A task that ends when the servers are deleted.</returns>
    /// <exception cref="ArgumentException">A uuid is empty.</exception>
    /// <exception cref="PermissionDeniedException">One of them is not stopped.</exception>
    /// <exception cref="ResourceNotFoundException">One of them is not there.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("servers-delete-bulk")]
    Task DeleteManyAsync(IReadOnlyList<Guid> uuids, DeleteServerOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a server in whatever state it is: a running one is powered off, one that is starting or stopping is waited for.</summary>
    /// <remarks>It ends at the latest with the timeout of <see cref="PollingOptions"/>. Many of them at the same time share the requests of their waits.</remarks>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="options">What is deleted with it; null for nothing, its drives stay.</param>
    /// <param name="cancellationToken">Cancels the wait and the requests; how far it came is then not known.</param>
    /// <returns>True when it was there, false when it was gone already.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="OperationFailedException">The server stayed <see cref="ServerStatus.Unavailable"/>, or went on running after three accepted stops.</exception>
    /// <exception cref="PermissionDeniedException">The caller may not stop or delete the server.</exception>
    /// <exception cref="OperationTimeoutException">The server did not stop in time.</exception>
    /// <exception cref="CloudSigmaException">A request failed.</exception>
    [ApiOperation("servers-stop")]
    [ApiOperation("servers-delete")]
    Task<bool> StopAndDeleteAsync(Guid uuid, DeleteServerOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads the live data of a server. The operation is taken from the official client; the documentation does not have it.</summary>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The live data; null while the server does not run, and for a moment while it starts.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such server.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("servers-runtime")]
    Task<ServerRuntime?> GetRuntimeAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Tells which running servers share a host (guide 14).</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>One list for each host, with the uuids of the servers on it.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("servers-availability-groups")]
    Task<IReadOnlyList<IReadOnlyList<Guid>>> GetAvailabilityGroupsAsync(CancellationToken cancellationToken = default);

    /// <summary>Tells which servers run on the same host as a server (guide 14).</summary>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Uuids of servers; the one asked for is among them. Empty when it does not run.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such server.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("servers-availability-group")]
    Task<IReadOnlyList<Guid>> GetAvailabilityGroupAsync(Guid uuid, CancellationToken cancellationToken = default);
}
