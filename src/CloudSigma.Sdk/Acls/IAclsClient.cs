// What applications can do with ACLs.
namespace CloudSigma.Sdk;

/// <summary>ACLs (access control lists), by which objects are shared with other users (guide 18). Applications may fake it; members may be added in a minor version.</summary>
/// <remarks>Several ACLs add up. Only owners can share their objects; rights cannot be passed on.</remarks>
public interface IAclsClient
{
    /// <summary>Lists the ACLs of the account with all their members.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("acls-list")]
    Pageable<Acl> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads one ACL.</summary>
    /// <param name="uuid">Uuid of the ACL.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The ACL.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such ACL.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("acls-get")]
    Task<Acl> GetAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Reads what the API says about the members and methods of ACLs.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("acls-schema")]
    Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes an ACL. From then on its users have its rights on all objects with its tags.</summary>
    /// <param name="acl">What the ACL is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the ACL was made is then not known.</param>
    /// <returns>The ACL.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("acls-create")]
    Task<Acl> CreateAsync(NewAcl acl, CancellationToken cancellationToken = default);

    /// <summary>Makes several ACLs with one request.</summary>
    /// <param name="acls">What the ACLs are to be. None sends nothing.</param>
    /// <param name="cancellationToken">Cancels the request; whether the ACLs were made is then not known.</param>
    /// <returns>The ACLs in the order of the request.</returns>
    /// <exception cref="ArgumentException">A value cannot be sent.</exception>
    /// <exception cref="ValidationException">The server refuses a value.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise. A create is never sent twice by itself.</exception>
    [ApiOperation("acls-create")]
    Task<IReadOnlyList<Acl>> CreateManyAsync(IReadOnlyList<NewAcl> acls, CancellationToken cancellationToken = default);

    /// <summary>Writes an ACL back: read it, change it by <c>with</c>, and hand it over. Nothing that was read is lost.</summary>
    /// <param name="acl">The ACL as it is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the ACL was changed is then not known.</param>
    /// <returns>The ACL as it is now.</returns>
    /// <exception cref="ArgumentException">The ACL has no uuid, or a value cannot be sent.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("acls-update")]
    Task<Acl> UpdateAsync(Acl acl, CancellationToken cancellationToken = default);

    /// <summary>Replaces the definition of an ACL. Members that are null keep their value.</summary>
    /// <param name="uuid">Uuid of the ACL.</param>
    /// <param name="definition">The definition.</param>
    /// <param name="cancellationToken">Cancels the request; whether the ACL was changed is then not known.</param>
    /// <returns>The ACL as it is now.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty, or a value cannot be sent.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("acls-update")]
    Task<Acl> UpdateAsync(Guid uuid, NewAcl definition, CancellationToken cancellationToken = default);

    /// <summary>Deletes an ACL. The rights that it gave are gone, unless another ACL gives them too.</summary>
    /// <param name="uuid">Uuid of the ACL.</param>
    /// <param name="cancellationToken">Cancels the request; whether the ACL was deleted is then not known.</param>
    /// <returns>A task that ends when the ACL is deleted.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such ACL.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("acls-delete")]
    Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Deletes an ACL if there is one; that there is none is no error.</summary>
    /// <param name="uuid">Uuid of the ACL.</param>
    /// <param name="cancellationToken">Cancels the request; whether the ACL was deleted is then not known.</param>
    /// <returns>True when there was one.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("acls-delete")]
    Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default);
}
