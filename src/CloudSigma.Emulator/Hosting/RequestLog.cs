// The last requests; older ones fall off the end.
namespace CloudSigma.Emulator.Hosting;

internal sealed class RequestLog
{
    /// <summary>How many requests are kept.</summary>
    public const int Capacity = 1000;

    private readonly Queue<EmulatorRequest> _requests = new(Capacity);
    private readonly Lock _gate = new();

    public void Add(EmulatorRequest request)
    {
        lock (_gate)
        {
            if (_requests.Count == Capacity) _requests.Dequeue();
            _requests.Enqueue(request);
        }
    }

    public IReadOnlyList<EmulatorRequest> Snapshot()
    {
        lock (_gate) return [.. _requests];
    }

    public void Clear()
    {
        lock (_gate) _requests.Clear();
    }
}
