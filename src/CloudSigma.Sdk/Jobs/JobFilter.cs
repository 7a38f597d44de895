// Which jobs a list has.
using CloudSigma.Sdk.Core.Filters;

namespace CloudSigma.Sdk;

/// <summary>Narrows a list of jobs (guide 8.4 and 15).</summary>
public sealed class JobFilter : ResourceFilter<JobFilter>
{
    /// <summary>Keeps jobs in one of the states.</summary>
    /// <param name="states">The states.</param>
    /// <returns>A new filter.</returns>
    /// <exception cref="ArgumentException">There is no state.</exception>
    public JobFilter State(params IReadOnlyList<JobState> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        return Where("state", [.. states.Select(static s => s.Value)]);
    }
}
