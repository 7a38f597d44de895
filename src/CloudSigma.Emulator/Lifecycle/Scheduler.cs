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

    /// <summary>The moment up to which <see cref="Settle"/> goes.</summary>
    public DateTimeOffset Present => clock.Now;

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

    /// <summary>Lets the work that is planned for some objects be done at once, in its order, with the work that follows from it.</summary>
    public void Hasten(IReadOnlySet<Document> documents)
    {
        bool found;
        do
        {
            var planned = new List<(ScheduledEvent Event, (DateTimeOffset Due, long Number) Priority)>(_queue.Count);
            while (_queue.TryDequeue(out var next, out var priority)) planned.Add((next, priority));
            _queue.EnqueueRange(planned.Where(entry => !IsMeant(entry.Event)));
            found = false;
            foreach (var (next, _) in planned.Where(entry => IsMeant(entry.Event) && !entry.Event.Cancelled))
            {
                Handlers[(next.Document.Resource, next.Name)](next.Document);
                found = true;
            }
        }
        while (found);

        bool IsMeant(ScheduledEvent planned) => planned.IsWork && documents.Contains(planned.Document);
    }

    /// <summary>How long something takes in this cloud that takes <paramref name="realistic"/> in a real one.</summary>
    public TimeSpan Scaled(TimeSpan realistic) =>
        TimeSpan.FromTicks((long)Math.Min(TimeSpan.FromDays(36500).Ticks, realistic.Ticks / speed));

    /// <summary>Plans an event after a time that the speed factor shortens. Returns when it is due.</summary>
    public DateTimeOffset After(Document document, string name, TimeSpan realistic) =>
        Plan(new ScheduledEvent(name, document, Now + Scaled(realistic)) { IsWork = true });

    /// <summary>Plans an event for an exact moment.</summary>
    public DateTimeOffset At(Document document, string name, DateTimeOffset due) => Plan(new ScheduledEvent(name, document, due));

    private DateTimeOffset Plan(ScheduledEvent planned)
    {
        _queue.Enqueue(planned, (planned.Due, _number++));
        state.Journal?.OnRollback(() => planned.Cancelled = true);
        return planned.Due;
    }
}
