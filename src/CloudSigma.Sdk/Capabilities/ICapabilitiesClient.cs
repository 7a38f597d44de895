// What applications can do with the capabilities.
namespace CloudSigma.Sdk;

/// <summary>What the location offers to the account. Applications may fake it; members may be added in a minor version.</summary>
public interface ICapabilitiesClient
{
    /// <summary>Reads the capabilities.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("capabilities-get")]
    Task<Capabilities> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads what the API says about the address of the capabilities, which is less than about other resources.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("capabilities-schema")]
    Task<CapabilitiesSchema> GetSchemaAsync(CancellationToken cancellationToken = default);
}
