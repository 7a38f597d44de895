// What applications can do with the numbers of remote desktop users.
namespace CloudSigma.Sdk;

/// <summary>
/// The number of remote desktop (RDS) users for which Windows drives are licensed, one record per drive (guide 10). Applications may fake it; members may be
/// added in a minor version.
/// </summary>
public interface IDriveUsersClient
{
    /// <summary>Lists the records of all drives.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("driveusers-list")]
    Pageable<DriveUser> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the record of a drive.</summary>
    /// <param name="driveUuid">Uuid of the drive.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentException"><paramref name="driveUuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">The drive has no record.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("driveusers-get")]
    Task<DriveUser> GetAsync(Guid driveUuid, CancellationToken cancellationToken = default);

    /// <summary>Makes the record of a drive.</summary>
    /// <param name="driveUuid">Uuid of the drive.</param>
    /// <param name="amount">Number of users; not negative.</param>
    /// <param name="cancellationToken">Cancels the request; whether the record was made is then not known.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentException"><paramref name="driveUuid"/> is empty, or <paramref name="amount"/> is negative.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("driveusers-create")]
    Task<DriveUser> CreateAsync(Guid driveUuid, int amount, CancellationToken cancellationToken = default);

    /// <summary>Changes the number of users of a drive.</summary>
    /// <param name="driveUuid">Uuid of the drive.</param>
    /// <param name="amount">Number of users; not negative.</param>
    /// <param name="cancellationToken">Cancels the request; whether the number was changed is then not known.</param>
    /// <returns>The record as it is now.</returns>
    /// <exception cref="ArgumentException"><paramref name="driveUuid"/> is empty, or <paramref name="amount"/> is negative.</exception>
    /// <exception cref="ResourceNotFoundException">The drive has no record.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("driveusers-update")]
    Task<DriveUser> UpdateAsync(Guid driveUuid, int amount, CancellationToken cancellationToken = default);

    /// <summary>Deletes the record of a drive. The API refuses it while the drive is in a server.</summary>
    /// <param name="driveUuid">Uuid of the drive.</param>
    /// <param name="cancellationToken">Cancels the request; whether the record was deleted is then not known.</param>
    /// <returns>A task that ends when the record is deleted.</returns>
    /// <exception cref="ArgumentException"><paramref name="driveUuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">The drive has no record.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("driveusers-delete")]
    Task DeleteAsync(Guid driveUuid, CancellationToken cancellationToken = default);

    /// <summary>Deletes the record of a drive if there is one; that there is none is no error.</summary>
    /// <param name="driveUuid">Uuid of the drive.</param>
    /// <param name="cancellationToken">Cancels the request; whether the record was deleted is then not known.</param>
    /// <returns>True when there was one.</returns>
    /// <exception cref="ArgumentException"><paramref name="driveUuid"/> is empty.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("driveusers-delete")]
    Task<bool> DeleteIfExistsAsync(Guid driveUuid, CancellationToken cancellationToken = default);
}
