// The states of a server, and the names that messages of the cloud use for them.
namespace CloudSigma.Emulator.Resources.Servers;

internal static class ServerStatus
{
    public const string Stopped = "stopped";
    public const string Starting = "starting";
    public const string Running = "running";
    public const string Stopping = "stopping";

    /// <summary>Inside the cloud a running server is "started"; its messages say so.</summary>
    public static string Inner(string status) => status == Running ? "started" : status;
}
