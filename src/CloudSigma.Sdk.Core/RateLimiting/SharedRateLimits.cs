// One limiter per account and process, however many clients there are.
using System.Threading.RateLimiting;
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk.Core.RateLimiting;

/// <summary>Hands out the limiter of an account and disposes it with its last client.</summary>
internal sealed class SharedRateLimits : IDisposable
{
    // The server counts when a request arrives, a little after it was let go, and not always equally late. Two seconds more than
    // its minute keep its count below the limit whatever the network does.
    private const int WindowSeconds = 62;

    private static readonly object Gate = new();
    private static readonly Dictionary<(string Account, RateLimits Limits), SharedRateLimits> Open = [];

    private readonly (string Account, RateLimits Limits) _key;
    private int _users;

    private SharedRateLimits((string Account, RateLimits Limits) key)
    {
        _key = key;
        Limiter = PartitionedRateLimiter.Create<ApiRequest, string>(request => Partition(request, key.Limits));
    }

    public PartitionedRateLimiter<ApiRequest> Limiter { get; }

    /// <summary>The limiter of an account; the caller disposes its share.</summary>
    /// <param name="account">Endpoint and account, without secrets.</param>
    /// <param name="limits">The limits; clients of one account with other limits have a limiter of their own.</param>
    public static SharedRateLimits Get(string account, RateLimits limits)
    {
        lock (Gate)
        {
            if (!Open.TryGetValue((account, limits), out var shared)) Open[(account, limits)] = shared = new SharedRateLimits((account, limits));
            shared._users++;
            return shared;
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            if (--_users > 0) return;
            Open.Remove(_key);
        }

        Limiter.Dispose();
    }

    private static RateLimitPartition<string> Partition(ApiRequest request, RateLimits limits)
    {
        var (name, permits) = request.Method.Method switch
        {
            "GET" or "HEAD" or "OPTIONS" => ("GET", limits.GetPerMinute),
            "PUT" => ("PUT", limits.PutPerMinute),
            "DELETE" => ("DELETE", limits.DeletePerMinute),
            "POST" when request.Path == "servers/" => ("POST servers", limits.ServerCreatesPerMinute),
            _ => ("POST", limits.PostPerMinute),
        };
        return RateLimitPartition.GetSlidingWindowLimiter(name, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromSeconds(WindowSeconds),
            SegmentsPerWindow = WindowSeconds,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }
}
