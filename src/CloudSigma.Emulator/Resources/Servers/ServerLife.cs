// What happens to a server in time, and what a test makes happen to it.
using CloudSigma.Emulator.Audit;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class ServerLife
{
    public const string Started = "started";
    public const string Stopped = "stopped";

    /// <summary>The guest has ignored the signal of a shutdown for a minute.</summary>
    public const string Ignored = "ignored";

    private const string Planned = "planned";

    public static IReadOnlyDictionary<string, Action<Document>> Events { get; } = new Dictionary<string, Action<Document>>
    {
        [Started] = static server => IfPlanned(server, Started, Run),
        [Stopped] = static server => IfPlanned(server, Stopped, Halt),
        [ServerClone.Finished] = ServerClone.Finish,
        [Ignored] = static server => IfPlanned(server, Ignored, static server => server.Set("status", ServerStatus.Running)),
    };

    /// <summary>Brings a server into a state that lasts until an event. It takes the place of an event that was planned before.</summary>
    public static void Plan(Document server, string status, string name, TimeSpan realistic)
    {
        server.Set("status", status);
        var due = server.Partition.State.Scheduler.After(server, name, realistic);
        server.Hidden[Planned] = Mark(name, due);
    }

    /// <summary>Makes something happen that only happens to servers by itself.</summary>
    /// <exception cref="ApiException">It cannot happen in the present state of the server.</exception>
    public static void Force(Document server, EmulatorServerStatus status)
    {
        switch (status)
        {
            case EmulatorServerStatus.Running when server.Status is ServerStatus.Starting or ServerStatus.Paused or ServerStatus.Unavailable:
                Forget(server);
                Run(server);
                break;
            case EmulatorServerStatus.Paused when server.Status is ServerStatus.Running:
                server.Set("status", ServerStatus.Paused);
                break;
            case EmulatorServerStatus.Unavailable when server.Status is ServerStatus.Starting or ServerStatus.Running:
                Forget(server);
                server.Set("status", ServerStatus.Unavailable);
                break;
            case EmulatorServerStatus.Starting when server.Status is ServerStatus.Running:
                Crash(server);
                break;
            case EmulatorServerStatus.Stopping when server.Status is ServerStatus.Running:
                Plan(server, ServerStatus.Stopping, Stopped, Durations.ServerStop);
                break;
            default:
                throw ApiException.Permission($"A server that is \"{server.Status}\" cannot become \"{status.ToString().ToLowerInvariant()}\"");
        }
    }

    // The host is lost, so another one is tried first. Without room elsewhere the old one is taken again.
    private static void Crash(Document server)
    {
        ServerRuntime.End(server);
        server.Partition.State.ComputeHosts.TryPlace(server, [server]);
        Plan(server, ServerStatus.Starting, Started, Durations.ServerStart);
    }

    private static void Run(Document server)
    {
        var boots = !ServerRuntime.IsLive(server);
        if (boots) ServerRuntime.Begin(server);
        server.Set("status", ServerStatus.Running);
        if (boots) AuditLog.Event(server, "boot");
    }

    private static void Halt(Document server)
    {
        ServerRuntime.End(server);
        server.Partition.State.ComputeHosts.Leave(server);
        server.Partition.State.Gpus.Leave(server);
        server.Set("status", ServerStatus.Stopped);
        AuditLog.Event(server, "stop");
    }

    // An event that was overtaken, by a crash for example, must not happen any more.
    private static void IfPlanned(Document server, string name, Action<Document> happen)
    {
        if (server.Hidden[Planned]?.GetValue<string>() != Mark(name, server.Partition.State.Now)) return;
        Forget(server);
        happen(server);
    }

    private static void Forget(Document server)
    {
        server.Edit();
        server.Hidden.Remove(Planned);
    }

    private static string Mark(string name, DateTimeOffset due) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} {due.Ticks}");
}
