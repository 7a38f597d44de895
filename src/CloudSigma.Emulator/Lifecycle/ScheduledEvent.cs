// Something that will happen to an object at a moment; plain data, so that it can be kept.
namespace CloudSigma.Emulator.Lifecycle;

internal sealed record ScheduledEvent(string Name, Store.Document Document, DateTimeOffset Due)
{
    /// <summary>The end of something that takes time, which <see cref="Scheduler.Hasten"/> brings forward; not a date in a calendar.</summary>
    public bool IsWork { get; init; }

    /// <summary>True when the request that scheduled the event has failed.</summary>
    public bool Cancelled { get; set; }
}
