// The limits of the API, kept on this side so that they are never hit on the other.
namespace CloudSigma.Sdk;

/// <summary>How many requests of each kind may be sent in a minute. The defaults are the documented limits (guide 7).</summary>
/// <remarks>All clients of one account in a process share them. A request that would exceed them waits for its turn, in order of arrival.</remarks>
public sealed record RateLimits
{
    /// <value>GET requests a minute. Default: 10,000.</value>
    public int GetPerMinute { get; init; } = 10_000;

    /// <value>PUT requests a minute. Default: 10,000.</value>
    public int PutPerMinute { get; init; } = 10_000;

    /// <value>POST requests a minute, apart from creates of servers. Default: 10,000.</value>
    public int PostPerMinute { get; init; } = 10_000;

    /// <value>Creates of servers a minute. Default: 10,000.</value>
    public int ServerCreatesPerMinute { get; init; } = 10_000;

    /// <value>DELETE requests a minute. Default: 1,000.</value>
    public int DeletePerMinute { get; init; } = 1_000;

    /// <summary>Looks for values that cannot work.</summary>
    /// <returns>What is wrong, with the values; null when nothing is.</returns>
    internal string? FindFault()
    {
        foreach (var (name, value) in new[]
        {
            (nameof(GetPerMinute), GetPerMinute), (nameof(PutPerMinute), PutPerMinute), (nameof(PostPerMinute), PostPerMinute),
            (nameof(ServerCreatesPerMinute), ServerCreatesPerMinute), (nameof(DeletePerMinute), DeletePerMinute),
        })
        {
            if (value < 1) return $"{name} is {value}; it must be at least 1.";
        }

        return null;
    }
}
