// What applications can do with drives.
namespace CloudSigma.Sdk;

/// <summary>Drives (guide 10). Applications may fake it; members may be added in a minor version.</summary>
public interface IDrivesClient
{
    /// <summary>Lists drives with all their members, the shared ones included; library drives are not among them.</summary>
    /// <param name="filter">Narrows the list; null lists all.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("drives-list-detail")]
    Pageable<Drive> ListAsync(DriveFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Lists drives in brief: uuid, status and owner, or the members that the filter chooses.</summary>
    /// <param name="filter">Narrows the list, and may choose members; null lists all.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("drives-list")]
    Pageable<DriveSummary> ListSummariesAsync(DriveFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Reads one drive, also one of the library.</summary>
    /// <param name="uuid">Uuid of the drive.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The drive.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such drive.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("drives-get")]
    Task<Drive> GetAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Reads what the API says about the members, filters and methods of drives.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("drives-schema")]
    Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a drive. It is <see cref="DriveStatus.Creating"/> at first; <see cref="Track"/> waits until it is ready.</summary>
    /// <param name="drive">What the drive is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the drive was made is then not known.</param>
    /// <returns>The drive.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("drives-create")]
    Task<Drive> CreateAsync(NewDrive drive, CancellationToken cancellationToken = default);

    /// <summary>Creates several drives with one request.</summary>
    /// <param name="drives">What the drives are to be. All have to name the same <see cref="NewDrive.Avoid"/>. None sends nothing.</param>
    /// <param name="cancellationToken">Cancels the request; whether the drives were made is then not known.</param>
    /// <returns>The drives in the order of the request.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("drives-create")]
    Task<IReadOnlyList<Drive>> CreateManyAsync(IReadOnlyList<NewDrive> drives, CancellationToken cancellationToken = default);

    /// <summary>Creates a drive, and lets its completion be waited for.</summary>
    /// <param name="drive">What the drive is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the drive was made is then not known.</param>
    /// <returns>The drive that is being made; the operation ends when it is <see cref="DriveStatus.Unmounted"/>.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("drives-create")]
    Task<Operation<Drive>> StartCreateAsync(NewDrive drive, CancellationToken cancellationToken = default);

    /// <summary>Writes a drive back: read it, change it by <c>with</c>, and hand it over. Nothing that was read is lost.</summary>
    /// <remarks>
    /// On a drive of a running server only name, meta, tags and <see cref="Drive.AllowMultimount"/> are taken; the API ignores the rest without an error.
    /// A new size starts a resize and is answered with the old size and <see cref="DriveStatus.Resizing"/>.
    /// </remarks>
    /// <param name="drive">The drive as it is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the drive was changed is then not known.</param>
    /// <returns>The drive as it is now.</returns>
    /// <exception cref="ArgumentException">The drive has no uuid.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("drives-update")]
    Task<Drive> UpdateAsync(Drive drive, CancellationToken cancellationToken = default);

    /// <summary>Replaces the definition of a drive. Members that are null keep their value.</summary>
    /// <param name="uuid">Uuid of the drive.</param>
    /// <param name="definition">The definition.</param>
    /// <param name="cancellationToken">Cancels the request; whether the drive was changed is then not known.</param>
    /// <returns>The drive as it is now.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty, or a value cannot be sent.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("drives-update")]
    Task<Drive> UpdateAsync(Guid uuid, NewDrive definition, CancellationToken cancellationToken = default);

    /// <summary>Deletes a drive, and its local snapshots with it.</summary>
    /// <param name="uuid">Uuid of the drive.</param>
    /// <param name="cancellationToken">Cancels the request; whether the drive was deleted is then not known.</param>
    /// <returns>A task that ends when the deletion has begun.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such drive.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("drives-delete")]
    Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Deletes a drive, and its local snapshots with it, if it is there.</summary>
    /// <param name="uuid">Uuid of the drive.</param>
    /// <param name="cancellationToken">Cancels the request; whether the drive was deleted is then not known.</param>
    /// <returns>True when it was there, false when it was gone already.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("drives-delete")]
    Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Deletes several drives, and their local snapshots with them, with one request.</summary>
    /// <remarks>What becomes of the others when one of them is not there or cannot be deleted is not documented (guide 9.2): list them after an error.</remarks>
    /// <param name="uuids">Uuids of the drives. None sends nothing.</param>
    /// <param name="cancellationToken">Cancels the request; which drives were deleted is then not known.</param>
    /// <returns>A task that ends when the deletion has begun.</returns>
    /// <exception cref="ArgumentException">A uuid is empty.</exception>
    /// <exception cref="ResourceNotFoundException">One of them is not there.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("drives-delete-bulk")]
    Task DeleteManyAsync(IReadOnlyList<Guid> uuids, CancellationToken cancellationToken = default);

    /// <summary>Makes a drive larger: reads it, sends its full definition with the new size, and lets the end be waited for.</summary>
    /// <remarks>
    /// A drive of a running server cannot be resized; that is a <see cref="PermissionDeniedException"/>, where an update would be ignored without an error.
    /// The size may be rounded up. When it is the present one, nothing is sent, and the operation has ended.
    /// </remarks>
    /// <param name="uuid">Uuid of the drive.</param>
    /// <param name="size">The new size in bytes, at least the present one.</param>
    /// <param name="cancellationToken">Cancels the requests; whether the resize was begun is then not known.</param>
    /// <returns>The drive, which shows its old size and <see cref="DriveStatus.Resizing"/> until the operation ends.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty, or the drive is larger already: it cannot shrink.</exception>
    /// <exception cref="ValidationException">The size is beyond the capabilities.</exception>
    /// <exception cref="PermissionDeniedException">The drive is in use, or being worked on.</exception>
    /// <exception cref="CloudSigmaException">A request failed otherwise.</exception>
    [ApiOperation("drives-resize")]
    Task<Operation<Drive>> ResizeAsync(Guid uuid, ByteSize size, CancellationToken cancellationToken = default);

    /// <summary>Attaches a backup scheduler to a drive, in place of the one that it may have.</summary>
    /// <remarks>How a scheduler is taken off a drive is not documented. Deleting the scheduler does it.</remarks>
    /// <param name="uuid">Uuid of the drive.</param>
    /// <param name="scheduler">Uuid of the backup scheduler.</param>
    /// <param name="cancellationToken">Cancels the request; whether the scheduler was attached is then not known.</param>
    /// <returns>The drive; the operation ends when the drive shows the scheduler.</returns>
    /// <exception cref="ArgumentException">A uuid is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such drive.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("drives-set-scheduler")]
    Task<Operation<Drive>> SetSchedulerAsync(Guid uuid, Guid scheduler, CancellationToken cancellationToken = default);

    /// <summary>Tells which drives share a storage host (guide 14).</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>One list for each host, with the uuids of the drives on it.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("drives-availability-groups")]
    Task<IReadOnlyList<IReadOnlyList<Guid>>> GetAvailabilityGroupsAsync(CancellationToken cancellationToken = default);

    /// <summary>Tells which drives lie on the same storage host as a drive (guide 14).</summary>
    /// <param name="uuid">Uuid of the drive.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Uuids of drives; the one asked for is among them.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such drive.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("drives-availability-group")]
    Task<IReadOnlyList<Guid>> GetAvailabilityGroupAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Clones a drive. The clone is there at once, with the status <see cref="DriveStatus.CloningDestination"/>.</summary>
    /// <param name="uuid">Uuid of the source, which may not be ephemeral.</param>
    /// <param name="options">How the clone differs from the source; null for not at all.</param>
    /// <param name="cancellationToken">Cancels the request; whether the clone was begun is then not known.</param>
    /// <returns>The clone that is being made; waiting for it shows the progress of its job.</returns>
    /// <exception cref="ArgumentException">A uuid is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such drive.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("drives-clone")]
    Task<Operation<Drive>> CloneAsync(Guid uuid, CloneDriveOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Makes an operation that ends when a drive is at rest: <see cref="DriveStatus.Unmounted"/> or <see cref="DriveStatus.Mounted"/>. Sends nothing.</summary>
    /// <param name="drive">A drive that is being created, resized or cloned.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentException">The drive has no uuid.</exception>
    Operation<Drive> Track(Drive drive);

    /// <summary>Takes up an operation on a drive again, from its <see cref="Operation{T}.Id"/>.</summary>
    /// <param name="operationId">The id of an operation that this client, perhaps in another process, has made.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The operation with the present state of the drive.</returns>
    /// <exception cref="ArgumentException">The id is not that of an operation on a drive.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("drives-get")]
    Task<Operation<Drive>> ResumeAsync(string operationId, CancellationToken cancellationToken = default);

    /// <summary>Uploads a raw disk image and makes a drive of it (guide 24).</summary>
    /// <remarks>
    /// <para>
    /// The bytes arrive exactly or not at all. Chunks are sent several at a time, each again on its own after a failure; there is no limit for the whole, but a connection on which
    /// nothing moves for <see cref="UploadDriveOptions.StallTimeout"/> counts as broken. Memory does not depend on the size.
    /// </para>
    /// <para>
    /// After a failure or a cancellation the half drive is deleted, which takes up to 30 seconds, unless <see cref="UploadDriveOptions.TicketFile"/> or
    /// <see cref="UploadDriveOptions.Tickets"/> ask for an upload that can be resumed. The drive may be larger than the image: below the minimum of the storage it is enlarged, and
    /// sizes are rounded up.
    /// </para>
    /// </remarks>
    /// <param name="source">Where the bytes come from; the path of a file will do.</param>
    /// <param name="options">How they are sent, and what drive they make; null for the defaults.</param>
    /// <param name="progress">Is told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Cancels the upload; with a ticket, that is a pause.</param>
    /// <returns>The drive, <see cref="DriveStatus.Unmounted"/>, with all of its bytes.</returns>
    /// <exception cref="ArgumentException">An option cannot work, the source is empty or no raw image, or the ticket is for another one. Nothing was sent.</exception>
    /// <exception cref="IOException">The file cannot be read. Nothing was sent.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read. Nothing was sent.</exception>
    /// <exception cref="TransferIntegrityException">The source has changed meanwhile, or the drive is not like it. The drive was deleted.</exception>
    /// <exception cref="TransferException">The source cannot be read any more, or the server does not keep to the protocol.</exception>
    /// <exception cref="CloudSigmaException">A request failed, after all tries.</exception>
    [ApiOperation("upload-raw")]
    [ApiOperation("initupload-create")]
    [ApiOperation("drives-upload-chunk-link")]
    [ApiOperation("upload-chunk-link-post")]
    [ApiOperation("upload-resumable-test")]
    [ApiOperation("upload-resumable-chunk")]
    Task<Drive> UploadAsync(
        UploadSource source, UploadDriveOptions? options = null, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Goes on with an upload that was broken off, perhaps in another process.</summary>
    /// <remarks>
    /// Chunks that the ticket names are not sent again, and the server is asked about each other one first. A failure leaves the drive, so that it can be resumed once more. Once all
    /// bytes have arrived, only what comes after them is done.
    /// </remarks>
    /// <param name="ticket">The ticket of the upload.</param>
    /// <param name="source">The same source as before.</param>
    /// <param name="options">How the rest is sent, and what drive it makes, as before; null for the defaults. Strategy and chunks are those of the ticket.</param>
    /// <param name="progress">Is told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Cancels the upload, which can be resumed again.</param>
    /// <returns>The drive, <see cref="DriveStatus.Unmounted"/>, with all of its bytes.</returns>
    /// <exception cref="ArgumentException">An option cannot work, or the ticket is for another source or another location. Nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">The drive is gone; upload it from the beginning.</exception>
    /// <exception cref="TransferIntegrityException">The source has changed meanwhile, or the drive is not like it. The drive was deleted.</exception>
    /// <exception cref="CloudSigmaException">A request failed, after all tries.</exception>
    [ApiOperation("drives-upload-chunk-link")]
    [ApiOperation("upload-chunk-link-post")]
    [ApiOperation("upload-resumable-test")]
    [ApiOperation("upload-resumable-chunk")]
    Task<Drive> ResumeUploadAsync(
        UploadTicket ticket, UploadSource source, UploadDriveOptions? options = null, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Downloads the image of a drive (guide 24).</summary>
    /// <remarks>
    /// <para>
    /// A file has its final name only when all bytes are there and counted. Broken connections are taken up at the byte where they broke. There is no limit for the whole, but a
    /// connection on which nothing arrives for <see cref="DownloadDriveOptions.StallTimeout"/> counts as broken.
    /// </para>
    /// <para>Redirects are followed; no other host than those of the cloud gets the credential. A drive that a running server writes to gives an image of no single moment.</para>
    /// </remarks>
    /// <param name="uuid">Uuid of the drive.</param>
    /// <param name="target">Where the bytes go; the path of a file will do.</param>
    /// <param name="options">How they are fetched; null for the defaults.</param>
    /// <param name="progress">Is told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Cancels the download; with <see cref="DownloadDriveOptions.Resume"/>, that is a pause.</param>
    /// <returns>What was downloaded.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty, or an option cannot work.</exception>
    /// <exception cref="IOException">The file is there already, its folder is not, or its volume has not enough room. Nothing was fetched.</exception>
    /// <exception cref="PermissionDeniedException">The drive cannot be downloaded, as an ephemeral one.</exception>
    /// <exception cref="TransferIntegrityException">The server has more or fewer bytes than the drive, other ranges than those asked for, or has changed them meanwhile.</exception>
    /// <exception cref="TransferException">The target cannot be written, or the server does not keep to the protocol.</exception>
    /// <exception cref="CloudSigmaException">A request failed, after all tries.</exception>
    [ApiOperation("download")]
    Task<DriveDownload> DownloadAsync(
        Guid uuid, DownloadTarget target, DownloadDriveOptions? options = null, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default);
}
