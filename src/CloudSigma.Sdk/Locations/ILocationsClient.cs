// What applications can do with locations.
namespace CloudSigma.Sdk;

/// <summary>The locations of the cloud (guide 1). Applications may fake it; members may be added in a minor version.</summary>
public interface ILocationsClient
{
    /// <summary>Lists the locations with the addresses of their services.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("locations-list")]
    Pageable<Location> ListAsync(CancellationToken cancellationToken = default);
}
