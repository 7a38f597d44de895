// What applications can do with snapshots.
namespace CloudSigma.Sdk;

/// <summary>Snapshots of drives, stored beside them (guide 23). Applications may fake it; members may be added in a minor version.</summary>
public interface ISnapshotsClient
{
    /// <summary>Lists snapshots with all their members, the shared ones included. The brief list of the API has the same members, so there is one method for both.</summary>
    /// <param name="filter">Narrows the list; null lists all.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("snapshots-list-detail")]
    [ApiOperation("snapshots-list")]
    Pageable<Snapshot> ListAsync(SnapshotFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Reads one snapshot.</summary>
    /// <param name="uuid">Uuid of the snapshot.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The snapshot.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such snapshot.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("snapshots-get")]
    Task<Snapshot> GetAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Reads what the API says about the members, filters and methods of snapshots.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("snapshots-schema")]
    Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes a snapshot. It is <see cref="SnapshotStatus.Creating"/> at first; <see cref="StartCreateAsync"/> gives something to wait for.</summary>
    /// <param name="snapshot">What the snapshot is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the snapshot was made is then not known.</param>
    /// <returns>The snapshot.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("snapshots-create")]
    Task<Snapshot> CreateAsync(NewSnapshot snapshot, CancellationToken cancellationToken = default);

    /// <summary>Makes several snapshots with one request.</summary>
    /// <param name="snapshots">What the snapshots are to be. None sends nothing.</param>
    /// <param name="cancellationToken">Cancels the request; whether the snapshots were made is then not known.</param>
    /// <returns>The snapshots in the order of the request.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("snapshots-create")]
    Task<IReadOnlyList<Snapshot>> CreateManyAsync(IReadOnlyList<NewSnapshot> snapshots, CancellationToken cancellationToken = default);

    /// <summary>Makes a snapshot, and an operation that ends when it is <see cref="SnapshotStatus.Available"/>.</summary>
    /// <param name="snapshot">What the snapshot is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the snapshot was made is then not known.</param>
    /// <returns>The snapshot that is being made.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("snapshots-create")]
    Task<Operation<Snapshot>> StartCreateAsync(NewSnapshot snapshot, CancellationToken cancellationToken = default);

    /// <summary>Writes a snapshot back: read it, change it by <c>with</c>, and hand it over. Nothing that was read is lost.</summary>
    /// <param name="snapshot">The snapshot as it is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the snapshot was changed is then not known.</param>
    /// <returns>The snapshot as it is now.</returns>
    /// <exception cref="ArgumentException">The snapshot has no uuid, or a value cannot be sent.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("snapshots-update")]
    Task<Snapshot> UpdateAsync(Snapshot snapshot, CancellationToken cancellationToken = default);

    /// <summary>Replaces the definition of a snapshot. Members that are null keep their value.</summary>
    /// <param name="uuid">Uuid of the snapshot.</param>
    /// <param name="definition">The definition.</param>
    /// <param name="cancellationToken">Cancels the request; whether the snapshot was changed is then not known.</param>
    /// <returns>The snapshot as it is now.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty, or a value cannot be sent.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("snapshots-update")]
    Task<Snapshot> UpdateAsync(Guid uuid, NewSnapshot definition, CancellationToken cancellationToken = default);

    /// <summary>Deletes a snapshot.</summary>
    /// <param name="uuid">Uuid of the snapshot.</param>
    /// <param name="cancellationToken">Cancels the request; whether the snapshot was deleted is then not known.</param>
    /// <returns>A task that ends when the deletion has begun.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such snapshot.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("snapshots-delete")]
    Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Deletes a snapshot if there is one; that there is none is no error.</summary>
    /// <param name="uuid">Uuid of the snapshot.</param>
    /// <param name="cancellationToken">Cancels the request; whether the snapshot was deleted is then not known.</param>
    /// <returns>True when there was one.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("snapshots-delete")]
    Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Deletes several snapshots with one request.</summary>
    /// <param name="uuids">Uuids of the snapshots. None sends nothing.</param>
    /// <param name="cancellationToken">Cancels the request; which snapshots were deleted is then not known.</param>
    /// <returns>A task that ends when the deletion has begun.</returns>
    /// <exception cref="ArgumentException">A uuid is empty.</exception>
    /// <exception cref="CloudSigmaException">The request failed. Whether the other snapshots are deleted when one cannot be is not documented; list them to know.</exception>
    [ApiOperation("snapshots-delete-bulk")]
    Task DeleteManyAsync(IReadOnlyList<Guid> uuids, CancellationToken cancellationToken = default);

    /// <summary>Makes a new drive of a snapshot: the action that the API calls clone. The drive of the snapshot is left as it is.</summary>
    /// <param name="uuid">Uuid of the snapshot.</param>
    /// <param name="options">How the new drive differs from the one of the snapshot; null for not at all.</param>
    /// <param name="cancellationToken">Cancels the request; whether the drive is being made is then not known.</param>
    /// <returns>The drive that is being made; waiting for it shows the progress of its job. <see cref="IDrivesClient.ResumeAsync"/> takes it up again.</returns>
    /// <exception cref="ArgumentException">A uuid is empty, or a value cannot be sent.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such snapshot.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("snapshots-clone")]
    Task<Operation<Drive>> RestoreAsync(Guid uuid, CloneSnapshotOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Makes a new drive of a snapshot: the action that the API calls clone. The drive of the snapshot is left as it is.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="options">How the new drive differs from the one of the snapshot; null for not at all.</param>
    /// <param name="cancellationToken">Cancels the request; whether the drive is being made is then not known.</param>
    /// <returns>The drive that is being made; waiting for it shows the progress of its job. <see cref="IDrivesClient.ResumeAsync"/> takes it up again.</returns>
    /// <exception cref="ArgumentException">The snapshot has no uuid, or a value cannot be sent.</exception>
    /// <exception cref="ResourceNotFoundException">The snapshot is gone.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("snapshots-clone")]
    Task<Operation<Drive>> RestoreAsync(Snapshot snapshot, CloneSnapshotOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Makes an operation that ends when a snapshot is <see cref="SnapshotStatus.Available"/>. Sends nothing.</summary>
    /// <param name="snapshot">A snapshot that is being made.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentException">The snapshot has no uuid.</exception>
    Operation<Snapshot> Track(Snapshot snapshot);

    /// <summary>Takes up an operation on a snapshot again, from its <see cref="Operation{T}.Id"/>.</summary>
    /// <param name="operationId">The id of an operation that this client, perhaps in another process, has made.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The operation with the present state of the snapshot.</returns>
    /// <exception cref="ArgumentException">The id is not that of an operation on a snapshot.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("snapshots-get")]
    Task<Operation<Snapshot>> ResumeAsync(string operationId, CancellationToken cancellationToken = default);
}
