// How a server is shut down.
namespace CloudSigma.Sdk;

/// <summary>How a server is shut down. Everything is optional.</summary>
public sealed record ShutdownServerOptions
{
    /// <value>
    /// How long the guest has time to react before the server is powered off; the same happens as soon as the server goes back to running or halts. Null, the default, never powers it off:
    /// the shutdown of a guest that does not react fails. The API asks the guest for one minute.
    /// </value>
    /// <remarks>
    /// It is a look of the wait, or of <see cref="Operation{T}.UpdateAsync"/>, that powers the server off, so wait for it. A server that was started again in between is left
    /// alone. An operation that is resumed after the time is over powers off only a server whose live data show that it ran before the request. The cloud may refuse to power off a server that is still
    /// <see cref="ServerStatus.Stopping"/>; then it is done as soon as the server is running again.
    /// </remarks>
    public TimeSpan? StopAfter { get; init; }
}
