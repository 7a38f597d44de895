// What applications can do with VMware servers.
namespace CloudSigma.Sdk;

/// <summary>VMware servers, which the provider runs as a beta (guide 30). Applications may fake it; members may be added in a minor version.</summary>
public interface IVmwareServersClient
{
    /// <summary>Lists VMware servers with all their members.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("vmware-servers-list")]
    Pageable<VmwareServer> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads one VMware server.</summary>
    /// <param name="uuid">Uuid of the server.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The server.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such server.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("vmware-servers-get")]
    Task<VmwareServer> GetAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Reads what the API says about the members and methods of VMware servers.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("vmware-servers-schema")]
    Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default);
}
