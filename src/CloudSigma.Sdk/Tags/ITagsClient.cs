// What applications can do with tags.
namespace CloudSigma.Sdk;

/// <summary>Tags: labels on objects, by which objects are listed and shared (guide 18). Applications may fake it; members may be added in a minor version.</summary>
/// <remarks>
/// Tagging works from both sides: here by the resources of a tag, and by the <c>Tags</c> of servers, drives and other objects. What is listed with a tag has a
/// filter too, e.g. <see cref="DriveFilter.TagUuid"/>, which gives all members of the objects.
/// </remarks>
public interface ITagsClient
{
    /// <summary>Lists the tags of the account with all their members. The detailed list of the API has the same members, so there is one method for both.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("tags-list")]
    [ApiOperation("tags-list-detail")]
    Pageable<Tag> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads one tag.</summary>
    /// <param name="uuid">Uuid of the tag.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The tag.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such tag.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("tags-get")]
    Task<Tag> GetAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Reads what the API says about the members and methods of tags.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("tags-schema")]
    Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes a tag.</summary>
    /// <param name="tag">What the tag is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the tag was made is then not known.</param>
    /// <returns>The tag.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("tags-create")]
    Task<Tag> CreateAsync(NewTag tag, CancellationToken cancellationToken = default);

    /// <summary>Makes several tags with one request.</summary>
    /// <param name="tags">What the tags are to be. None sends nothing.</param>
    /// <param name="cancellationToken">Cancels the request; whether the tags were made is then not known.</param>
    /// <returns>The tags in the order of the request.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("tags-create")]
    Task<IReadOnlyList<Tag>> CreateManyAsync(IReadOnlyList<NewTag> tags, CancellationToken cancellationToken = default);

    /// <summary>Writes a tag back: read it, change it by <c>with</c>, and hand it over. The tag is then on its <see cref="Tag.Resources"/> and on nothing else.</summary>
    /// <param name="tag">The tag as it is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the tag was changed is then not known.</param>
    /// <returns>The tag as it is now.</returns>
    /// <exception cref="ArgumentException">The tag has no uuid, or a value cannot be sent.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("tags-update")]
    Task<Tag> UpdateAsync(Tag tag, CancellationToken cancellationToken = default);

    /// <summary>Replaces the definition of a tag. Members that are null keep their value.</summary>
    /// <param name="uuid">Uuid of the tag.</param>
    /// <param name="definition">The definition.</param>
    /// <param name="cancellationToken">Cancels the request; whether the tag was changed is then not known.</param>
    /// <returns>The tag as it is now.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty, or a value cannot be sent.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("tags-update")]
    Task<Tag> UpdateAsync(Guid uuid, NewTag definition, CancellationToken cancellationToken = default);

    /// <summary>Puts a tag on objects, e.g. <c>TagAsync(tag, [server.Uuid, IPAddress.Parse("203.0.113.7")])</c>.</summary>
    /// <remarks>
    /// The API has no operation for this: the tag is read, the objects are added, and the tag is written back. What somebody else does to the same tag between
    /// the two requests is lost. Nothing is written when all objects have the tag.
    /// </remarks>
    /// <param name="tagUuid">Uuid of the tag.</param>
    /// <param name="resources">The objects: uuids, or addresses for IPs. None changes nothing.</param>
    /// <param name="cancellationToken">Cancels the requests; whether the tag was changed is then not known.</param>
    /// <returns>The tag as it is now.</returns>
    /// <exception cref="ArgumentException">A uuid is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such tag.</exception>
    /// <exception cref="CloudSigmaException">A request failed otherwise.</exception>
    [ApiOperation("tags-get")]
    [ApiOperation("tags-update")]
    Task<Tag> TagAsync(Guid tagUuid, IReadOnlyList<TaggedResource> resources, CancellationToken cancellationToken = default);

    /// <summary>Takes a tag off objects.</summary>
    /// <remarks>
    /// The API has no operation for this: the tag is read, the objects are removed, and the tag is written back. What somebody else does to the same tag between
    /// the two requests is lost. Nothing is written when none of the objects has the tag.
    /// </remarks>
    /// <param name="tagUuid">Uuid of the tag.</param>
    /// <param name="resources">The objects: uuids, or addresses for IPs. None changes nothing.</param>
    /// <param name="cancellationToken">Cancels the requests; whether the tag was changed is then not known.</param>
    /// <returns>The tag as it is now.</returns>
    /// <exception cref="ArgumentException">A uuid is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such tag.</exception>
    /// <exception cref="CloudSigmaException">A request failed otherwise.</exception>
    [ApiOperation("tags-get")]
    [ApiOperation("tags-update")]
    Task<Tag> UntagAsync(Guid tagUuid, IReadOnlyList<TaggedResource> resources, CancellationToken cancellationToken = default);

    /// <summary>Deletes a tag. The objects that it is on stay; what is shared by it alone is shared no longer.</summary>
    /// <param name="uuid">Uuid of the tag.</param>
    /// <param name="cancellationToken">Cancels the request; whether the tag was deleted is then not known.</param>
    /// <returns>A task that ends when the tag is deleted.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such tag.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("tags-delete")]
    Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Deletes a tag if there is one; that there is none is no error.</summary>
    /// <param name="uuid">Uuid of the tag.</param>
    /// <param name="cancellationToken">Cancels the request; whether the tag was deleted is then not known.</param>
    /// <returns>True when there was one.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("tags-delete")]
    Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Lists the servers with a tag in brief.</summary>
    /// <param name="tagUuid">Uuid of the tag.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    /// <exception cref="ArgumentException"><paramref name="tagUuid"/> is empty.</exception>
    [ApiOperation("tags-list-servers")]
    Pageable<ServerSummary> ListServersAsync(Guid tagUuid, CancellationToken cancellationToken = default);

    /// <summary>Lists the drives with a tag in brief.</summary>
    /// <param name="tagUuid">Uuid of the tag.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    /// <exception cref="ArgumentException"><paramref name="tagUuid"/> is empty.</exception>
    [ApiOperation("tags-list-drives")]
    Pageable<DriveSummary> ListDrivesAsync(Guid tagUuid, CancellationToken cancellationToken = default);

    /// <summary>Lists the IP addresses with a tag in brief.</summary>
    /// <param name="tagUuid">Uuid of the tag.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    /// <exception cref="ArgumentException"><paramref name="tagUuid"/> is empty.</exception>
    [ApiOperation("tags-list-ips")]
    Pageable<TaggedResourceSummary> ListIPsAsync(Guid tagUuid, CancellationToken cancellationToken = default);

    /// <summary>Lists the private networks with a tag in brief.</summary>
    /// <param name="tagUuid">Uuid of the tag.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    /// <exception cref="ArgumentException"><paramref name="tagUuid"/> is empty.</exception>
    [ApiOperation("tags-list-vlans")]
    Pageable<TaggedResourceSummary> ListVlansAsync(Guid tagUuid, CancellationToken cancellationToken = default);
}
