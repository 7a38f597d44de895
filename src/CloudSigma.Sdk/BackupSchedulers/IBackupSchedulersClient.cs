// What applications can do with backup schedulers.
namespace CloudSigma.Sdk;

/// <summary>Backup schedulers (guide 23). Applications may fake it; members may be added in a minor version.</summary>
/// <remarks>A scheduler works on the drives that it is set on, while their servers run.</remarks>
public interface IBackupSchedulersClient
{
    /// <summary>Lists backup schedulers with all their members, the shared ones included.</summary>
    /// <param name="filter">Narrows the list; null lists all.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("backupschedulers-list-detail")]
    Pageable<BackupScheduler> ListAsync(BackupSchedulerFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Lists backup schedulers in brief: without schedules and retention, or with the members that the filter chooses.</summary>
    /// <param name="filter">Narrows the list, and may choose members; null lists all.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("backupschedulers-list")]
    Pageable<BackupSchedulerSummary> ListSummariesAsync(BackupSchedulerFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Reads one backup scheduler.</summary>
    /// <param name="uuid">Uuid of the scheduler.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The scheduler.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such scheduler.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("backupschedulers-get")]
    Task<BackupScheduler> GetAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Reads what the API says about the members, filters and methods of backup schedulers.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("backupschedulers-schema")]
    Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a backup scheduler. It does nothing before it is set on a drive.</summary>
    /// <param name="scheduler">What the scheduler is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the scheduler was made is then not known.</param>
    /// <returns>The scheduler.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("backupschedulers-create")]
    Task<BackupScheduler> CreateAsync(NewBackupScheduler scheduler, CancellationToken cancellationToken = default);

    /// <summary>Creates several backup schedulers with one request.</summary>
    /// <param name="schedulers">What the schedulers are to be. None sends nothing.</param>
    /// <param name="cancellationToken">Cancels the request; whether the schedulers were made is then not known.</param>
    /// <returns>The schedulers in the order of the request.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("backupschedulers-create")]
    Task<IReadOnlyList<BackupScheduler>> CreateManyAsync(IReadOnlyList<NewBackupScheduler> schedulers, CancellationToken cancellationToken = default);

    /// <summary>Writes a backup scheduler back: read it, change it by <c>with</c> or <see cref="BackupScheduler.WithSchedule"/>, and hand it over. Nothing that was read is lost.</summary>
    /// <param name="scheduler">The scheduler as it is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the scheduler was changed is then not known.</param>
    /// <returns>The scheduler as it is now.</returns>
    /// <exception cref="ArgumentException">The scheduler has no uuid.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("backupschedulers-update")]
    Task<BackupScheduler> UpdateAsync(BackupScheduler scheduler, CancellationToken cancellationToken = default);

    /// <summary>Replaces the definition of a backup scheduler. Members that are null keep their value; all others are replaced, also by their defaults: retention, time zone, notifications, and whether it is enabled.</summary>
    /// <param name="uuid">Uuid of the scheduler.</param>
    /// <param name="definition">The definition.</param>
    /// <param name="cancellationToken">Cancels the request; whether the scheduler was changed is then not known.</param>
    /// <returns>The scheduler as it is now.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty, or a value cannot be sent.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("backupschedulers-update")]
    Task<BackupScheduler> UpdateAsync(Guid uuid, NewBackupScheduler definition, CancellationToken cancellationToken = default);

    /// <summary>Deletes a backup scheduler.</summary>
    /// <param name="uuid">Uuid of the scheduler.</param>
    /// <param name="cancellationToken">Cancels the request; whether the scheduler was deleted is then not known.</param>
    /// <returns>A task that ends when the scheduler is deleted.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such scheduler.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("backupschedulers-delete")]
    Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Deletes a backup scheduler if it is there.</summary>
    /// <param name="uuid">Uuid of the scheduler.</param>
    /// <param name="cancellationToken">Cancels the request; whether the scheduler was deleted is then not known.</param>
    /// <returns>True when it was there and is deleted, false when there was none.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("backupschedulers-delete")]
    Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Deletes several backup schedulers with one request. What becomes of the others when one of them fails is not documented.</summary>
    /// <param name="uuids">Uuids of schedulers; each is sent once. None sends nothing.</param>
    /// <param name="cancellationToken">Cancels the request; whether the schedulers were deleted is then not known.</param>
    /// <returns>A task that ends when the schedulers are deleted.</returns>
    /// <exception cref="ArgumentException">A uuid is empty.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("backupschedulers-delete-bulk")]
    Task DeleteManyAsync(IReadOnlyList<Guid> uuids, CancellationToken cancellationToken = default);
}
