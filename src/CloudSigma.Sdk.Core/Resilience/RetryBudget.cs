// Keeps retries a small part of the load, so that a cloud in trouble is not buried under them.
namespace CloudSigma.Sdk.Core.Resilience;

/// <summary>A bucket of retries: each retry takes one, each success puts a part of one back.</summary>
internal sealed class RetryBudget(int capacity, double refill)
{
    private const long Unit = 1_000;

    private readonly long _full = capacity * Unit;
    private readonly long _refill = (long)(refill * Unit);
    private long _left = capacity * Unit;

    /// <summary>Takes a retry; false when none is left.</summary>
    public bool TryTake()
    {
        if (_full == 0) return true;
        while (true)
        {
            var left = Volatile.Read(ref _left);
            if (left < Unit) return false;
            if (Interlocked.CompareExchange(ref _left, left - Unit, left) == left) return true;
        }
    }

    /// <summary>Earns a part of a retry back.</summary>
    public void AddSuccess()
    {
        while (true)
        {
            var left = Volatile.Read(ref _left);
            if (left >= _full) return;
            if (Interlocked.CompareExchange(ref _left, Math.Min(_full, left + _refill), left) == left) return;
        }
    }
}
