// What applications can do with the profile of the account.
namespace CloudSigma.Sdk;

/// <summary>The account of the caller (guide 27). Applications may fake it; members may be added in a minor version.</summary>
public interface IProfileClient
{
    /// <summary>Reads the profile of the account.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("profile-get")]
    Task<Profile> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads what the API says about the members, filters and methods of the profile.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("profile-schema")]
    Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default);
}
