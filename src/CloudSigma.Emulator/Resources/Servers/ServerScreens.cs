// The actions that open and close the screen and the serial console of a running guest.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Guests;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class ServerScreens
{
    private const string Vnc = "vnc";
    private const string Console = "csconsole";

    public static IReadOnlyList<ActionDefinition> Actions { get; } =
    [
        new ActionDefinition("open_vnc", static (_, server, _) => Open(server, "open_vnc", "vnc_url", Vnc, new VncScreen(server.Text("name"), server.Text("vnc_password")).ServeAsync)),
        new ActionDefinition("close_vnc", static (_, server, _) => Close(server, "close_vnc", Vnc)),
        new ActionDefinition("open_console", static (_, server, _) => Open(server, "open_console", "console_url", Console, new SerialConsole(server.Text("vnc_password")).ServeAsync)),
        new ActionDefinition("close_console", static (_, server, _) => Close(server, "close_console", Console)),
    ];

    private static ApiResponse Open(Document server, string action, string member, string kind, Func<Stream, CancellationToken, Task> serve)
    {
        ServerStatus.RequireRunning(server, action);
        var port = server.Partition.State.Ports.Open(server, kind, serve);
        return ServerPower.Done(server, action, (member, GuestPorts.Address(kind, port)));
    }

    // What is closed already stays closed.
    private static ApiResponse Close(Document server, string action, string kind)
    {
        server.Partition.State.Ports.Close(server, kind);
        return ServerPower.Done(server, action);
    }
}
