// What applications can do with private clouds and the hosts of their account.
using System.Diagnostics.CodeAnalysis;

namespace CloudSigma.Sdk;

/// <summary>Private clouds, their nodes, and the pools and zones of hosts. Applications may fake it; members may be added in a minor version.</summary>
/// <remarks>
/// The provider does not document this part of the API; it is built from the tests of the official client, and may change. A location that does
/// not offer it answers with an error of the API. Members that are not modelled are in <see cref="ApiModel.AdditionalMembers"/> and go back in an update.
/// </remarks>
[Experimental(ExperimentalFeatures.PrivateClouds)]
public interface IPrivateCloudsClient
{
    /// <summary>Lists private clouds, the shared ones included.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("vpc-list")]
    Pageable<PrivateCloud> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads one private cloud.</summary>
    /// <param name="uuid">Uuid of the private cloud.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The private cloud.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such private cloud.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("vpc-get")]
    Task<PrivateCloud> GetAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Reads what the API says about the members and methods of private clouds.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("vpc-schema")]
    Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default);

    /// <summary>Writes a private cloud back: read it, change it by <c>with</c>, and hand it over. Name, description, nodes and tags are taken over.</summary>
    /// <param name="cloud">The private cloud as it is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the private cloud was changed is then not known.</param>
    /// <returns>The private cloud as it is now.</returns>
    /// <exception cref="ArgumentException">The private cloud has no uuid, or a value cannot be sent.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("vpc-update")]
    Task<PrivateCloud> UpdateAsync(PrivateCloud cloud, CancellationToken cancellationToken = default);

    /// <summary>Lists the nodes of the account.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("nodes-list")]
    Pageable<PrivateCloudNode> ListNodesAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads one node.</summary>
    /// <param name="uuid">Uuid of the node.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The node.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such node.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("nodes-get")]
    Task<PrivateCloudNode> GetNodeAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Lists the zones of hosts.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("hostavailabilityzones-list")]
    Pageable<HostAvailabilityZone> ListAvailabilityZonesAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists the pools of hosts.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("hostallocationpools-list")]
    Pageable<HostAllocationPool> ListAllocationPoolsAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads one pool of hosts.</summary>
    /// <param name="uuid">Uuid of the pool.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The pool.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such pool.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("hostallocationpools-get")]
    Task<HostAllocationPool> GetAllocationPoolAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Writes a pool of hosts back: read it, change it by <c>with</c>, and hand it over. Only the owner may.</summary>
    /// <param name="pool">The pool as it is to be.</param>
    /// <param name="cancellationToken">Cancels the request; whether the pool was changed is then not known.</param>
    /// <returns>The pool as it is now.</returns>
    /// <exception cref="ArgumentException">The pool has no uuid, or a value cannot be sent.</exception>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("hostallocationpools-update")]
    Task<HostAllocationPool> UpdateAllocationPoolAsync(HostAllocationPool pool, CancellationToken cancellationToken = default);
}
