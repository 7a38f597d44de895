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
    private readonly RateLimitPartition<string> _get;
    private readonly RateLimitPartition<string> _put;
    private readonly RateLimitPartition<string> _delete;
    private readonly RateLimitPartition<string> _post;
    private readonly RateLimitPartition<string> _serverCreate;
    private int _users;

    private SharedRateLimits((string Account, RateLimits Limits) key)
    {
        _key = key;
        _get = Window("GET", key.Limits.GetPerMinute);
        _put = Window("PUT", key.Limits.PutPerMinute);
        _delete = Window("DELETE", key.Limits.DeletePerMinute);
        _post = Window("POST", key.Limits.PostPerMinute);
        _serverCreate = Window("POST servers", key.Limits.ServerCreatesPerMinute);
        Limiter = PartitionedRateLimiter.Create<ApiRequest, string>(Partition);
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

    private RateLimitPartition<string> Partition(ApiRequest request) => request.Method.Method switch
    {
        "GET" or "HEAD" or "OPTIONS" => _get,
        "PUT" => _put,
        "DELETE" => _delete,
        "POST" when request.Path == "servers/" => _serverCreate,
        _ => _post,
    };

    // Made once: a partition is asked for with every request.
    private static RateLimitPartition<string> Window(string name, int permits)
    {
        var options = new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromSeconds(WindowSeconds),
            SegmentsPerWindow = WindowSeconds,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        };
        return RateLimitPartition.GetSlidingWindowLimiter(name, _ => options);
    }
}
