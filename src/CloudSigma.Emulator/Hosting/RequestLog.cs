// The last requests; older ones fall off the end.
namespace CloudSigma.Emulator.Hosting;

internal sealed class RequestLog(int capacity)
{
    private readonly Queue<EmulatorRequest> _requests = new();
    private readonly Lock _gate = new();

    public void Add(EmulatorRequest request)
    {
        lock (_gate)
        {
            if (_requests.Count == capacity) _requests.Dequeue();
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
