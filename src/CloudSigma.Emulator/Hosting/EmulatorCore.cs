// What outlives a reset: clock, faults, request log, and the cloud of the moment.
using CloudSigma.Emulator.Faults;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Resources.Jobs;

namespace CloudSigma.Emulator.Hosting;

internal sealed class EmulatorCore
{
    private readonly CloudSigmaEmulatorOptions _options;
    private readonly EmulatorHosts _hosts;
    private volatile CloudInstance _cloud;

    public EmulatorCore(CloudSigmaEmulatorOptions options, EmulatorHosts hosts)
    {
        _options = options;
        _hosts = hosts;
        Clock = new EmulatorClock(options.TimeProvider);
        Log = new RequestLog(options.RequestLogCapacity);
        _cloud = new CloudInstance(options, Clock, hosts);
    }

    public EmulatorClock Clock { get; }

    /// <summary>How long a request waits before it is handled.</summary>
    public TimeSpan Latency => _options.Network?.Latency ?? TimeSpan.Zero;

    public FaultBook Faults { get; } = new();

    public RequestLog Log { get; }

    public CloudInstance Cloud => _cloud;

    public IReadOnlyList<EmulatorAccount> Accounts
    {
        get
        {
            var state = _cloud.State;
            lock (state.Gate) return [.. state.Partitions.Select(static partition => partition.Account!)];
        }
    }

    public void AddFault(EmulatorFault fault) => Faults.Add(fault, _cloud.State.Ids.NewSeed());

    /// <summary>Starts a new cloud as it was in the beginning. Time goes on.</summary>
    public void Reset()
    {
        Faults.Clear();
        var before = _cloud;
        _cloud = new CloudInstance(_options, Clock, _hosts);
        Close(before);
        Log.Clear();
    }

    /// <summary>Ends all waits and closes the ports of all guests.</summary>
    public void Stop()
    {
        Clock.Stop();
        Close(_cloud);
    }

    /// <summary>Moves the time and lets everything happen that falls due.</summary>
    public void Advance(TimeSpan by)
    {
        var state = _cloud.State;
        lock (state.Gate)
        {
            Clock.Advance(by);
            state.Scheduler.Settle();
            state.Images.Sweep();
        }
    }

    /// <summary>Lets a job fail now, if it runs.</summary>
    /// <returns>The state in which the job was, <see cref="JobsResource.Started"/> when it fails now; null when there is no such job.</returns>
    public string? FailJob(string id, string? message)
    {
        var state = _cloud.State;
        lock (state.Gate)
        {
            state.Scheduler.Settle();
            var job = state.Partitions.Select(partition => partition.Find(JobsResource.Name, id)).FirstOrDefault(static job => job is not null);
            var before = job?.Text("state");
            if (before == JobsResource.Started) JobsResource.Fail(job!, message);
            return before;
        }
    }

    public void ExpireSessions()
    {
        var cloud = _cloud;
        lock (cloud.State.Gate) cloud.Sessions.CloseAll();
    }

    private static void Close(CloudInstance cloud)
    {
        lock (cloud.State.Gate)
        {
            cloud.State.Ports.Dispose();
            cloud.State.Images.Dispose();
        }
    }
}
