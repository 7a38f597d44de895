// What applications can do with the library.
namespace CloudSigma.Sdk;

/// <summary>The library of the cloud: images to clone drives from (guide 10). Applications may fake it; members may be added in a minor version.</summary>
public interface ILibraryClient
{
    /// <summary>Lists images with all their members. The detailed list of the API has the same members, so there is one method for both.</summary>
    /// <param name="filter">Narrows the list; null lists all.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("libdrives-list")]
    [ApiOperation("libdrives-list-detail")]
    Pageable<LibraryDrive> ListAsync(LibraryDriveFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Reads one image.</summary>
    /// <param name="uuid">Uuid of the image.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such image.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("libdrives-get")]
    Task<LibraryDrive> GetAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Reads what the API says about the members, filters and methods of images.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("libdrives-schema")]
    Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default);

    /// <summary>Clones an image to a drive of one's own. The facts about the image go into the meta of the drive, and its licences with it.</summary>
    /// <param name="uuid">Uuid of the image.</param>
    /// <param name="options">How the drive differs from the image; null for not at all.</param>
    /// <param name="cancellationToken">Cancels the request; whether the clone was begun is then not known.</param>
    /// <returns>The drive that is being made; waiting for it shows the progress of its job. <see cref="IDrivesClient.ResumeAsync"/> takes it up again.</returns>
    /// <exception cref="ArgumentException">A uuid is empty, or a value cannot be sent.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such image.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("libdrives-clone")]
    Task<Operation<Drive>> CloneAsync(Guid uuid, CloneDriveOptions? options = null, CancellationToken cancellationToken = default);
}
