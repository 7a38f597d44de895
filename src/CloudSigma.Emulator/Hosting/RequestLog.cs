// The last requests; older ones fall off the end.
namespace CloudSigma.Emulator.Hosting;

internal sealed class RequestLog(int capacity)
{
    private readonly Queue<LogEntry> _requests = new();
    private readonly Lock _gate = new();

    public LogEntry Add(EmulatorRequest request)
    {
        var entry = new LogEntry(request);
        lock (_gate)
        {
            if (_requests.Count == capacity) _requests.Dequeue();
            _requests.Enqueue(entry);
        }

        return entry;
    }

    public IReadOnlyList<EmulatorRequest> Snapshot()
    {
        lock (_gate) return [.. _requests.Select(static entry => entry.Request)];
    }

    public void Clear()
    {
        lock (_gate) _requests.Clear();
    }
}
