// What applications can do with jobs.
namespace CloudSigma.Sdk;

/// <summary>Background jobs (guide 15). Applications may fake it; members may be added in a minor version.</summary>
public interface IJobsClient
{
    /// <summary>Lists jobs; finished ones are kept for 3 days.</summary>
    /// <param name="filter">Narrows the list; null lists all.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The complete list, fetched while it is enumerated.</returns>
    [ApiOperation("jobs-list")]
    Pageable<Job> ListAsync(JobFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Reads one job.</summary>
    /// <param name="uuid">Uuid of the job.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentException"><paramref name="uuid"/> is empty.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such job, or no longer.</exception>
    /// <exception cref="CloudSigmaException">The request failed otherwise.</exception>
    [ApiOperation("jobs-get")]
    Task<Job> GetAsync(Guid uuid, CancellationToken cancellationToken = default);

    /// <summary>Reads what the API says about the members, filters and methods of jobs.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="CloudSigmaException">The request failed.</exception>
    [ApiOperation("jobs-schema")]
    Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default);
}
