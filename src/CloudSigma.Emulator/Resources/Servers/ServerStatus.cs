// The states of a server, and the names that messages of the cloud use for them.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class ServerStatus
{
    public const string Stopped = "stopped";
    public const string Starting = "starting";
    public const string Running = "running";
    public const string Stopping = "stopping";
    public const string Paused = "paused";
    public const string Unavailable = "unavailable";

    /// <summary>Refuses what is only possible with a stopped server.</summary>
    public static void RequireStopped(Document server, string verb)
    {
        if (server.Status != Stopped) throw Refusal(server, verb, "stopped");
    }

    /// <summary>Refuses what is only possible with a running server, or with one in one of the other states named.</summary>
    public static void RequireRunning(Document server, string verb, params ReadOnlySpan<string> alsoIn)
    {
        if (server.Status != Running && !alsoIn.Contains(server.Status)) throw Refusal(server, verb, "['started', 'running_legacy']");
    }

    // Inside the cloud a running server is "started"; its messages say so.
    private static ApiException Refusal(Document server, string verb, string wanted)
    {
        var status = server.Status == Running ? "started" : server.Status;
        return ApiException.Permission($"Cannot {verb} guest in state \"{status}\". Guest should be in state \"{wanted}\"");
    }
}
