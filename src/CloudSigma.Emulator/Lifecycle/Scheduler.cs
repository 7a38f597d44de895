// Makes states move: events wait in the order of their due time and happen when somebody looks at the cloud after it.
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Lifecycle;

internal sealed class Scheduler(CloudState state, EmulatorClock clock, double speed)
{
    private readonly PriorityQueue<ScheduledEvent, (DateTimeOffset Due, long Number)> _queue = new();
    private long _number;

    /// <summary>What an event does: resource and event name to handler.</summary>
    public Dictionary<(string Resource, string Event), Action<Document>> Handlers { get; } = [];

    /// <summary>The moment of the request or of the event that is being handled.</summary>
    public DateTimeOffset Now { get; private set; } = clock.Now;

    /// <summary>Lets everything happen that is due, in order, each at its own moment.</summary>
    public void Settle()
    {
        var present = clock.Now;
        while (_queue.TryPeek(out var next, out _) && next.Due <= present)
        {
            _queue.Dequeue();
            Now = next.Due;
            if (next.Cancelled || next.Document.Partition.Find(next.Document.Resource, next.Document.Id) is null) continue;
            Handlers[(next.Document.Resource, next.Name)](next.Document);
        }

        Now = present;
    }

    /// <summary>Lets the events that are planned for some objects happen at once, in their order.</summary>
    public void Hasten(IReadOnlySet<Document> documents)
    {
        var planned = new List<(ScheduledEvent Event, (DateTimeOffset Due, long Number) Priority)>(_queue.Count);
        while (_queue.TryDequeue(out var next, out var priority)) planned.Add((next, priority));
        _queue.EnqueueRange(planned.Where(entry => !documents.Contains(entry.Event.Document)));
        foreach (var (next, _) in planned)
        {
            if (!next.Cancelled && documents.Contains(next.Document)) Handlers[(next.Document.Resource, next.Name)](next.Document);
        }
    }

    /// <summary>How long something takes in this cloud that takes <paramref name="realistic"/> in a real one.</summary>
    public TimeSpan Scaled(TimeSpan realistic) =>
        TimeSpan.FromTicks((long)Math.Min(TimeSpan.FromDays(36500).Ticks, realistic.Ticks / speed));

    /// <summary>Plans an event after a time that the speed factor shortens. Returns when it is due.</summary>
    public DateTimeOffset After(Document document, string name, TimeSpan realistic) =>
        At(document, name, Now + Scaled(realistic));

    /// <summary>Plans an event for an exact moment.</summary>
    public DateTimeOffset At(Document document, string name, DateTimeOffset due)
    {
        var planned = new ScheduledEvent(name, document, due);
        _queue.Enqueue(planned, (due, _number++));
        state.Journal?.OnRollback(() => planned.Cancelled = true);
        return due;
    }
}
