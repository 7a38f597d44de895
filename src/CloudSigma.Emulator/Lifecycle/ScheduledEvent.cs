// Something that will happen to an object at a moment; plain data, so that it can be kept.
namespace CloudSigma.Emulator.Lifecycle;

internal sealed record ScheduledEvent(string Name, Store.Document Document, DateTimeOffset Due)
{
    /// <summary>True when the request that scheduled the event has failed.</summary>
    public bool Cancelled { get; set; }
}
