// What has to be right before a server starts, and its place on a host.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class ServerStart
{
    /// <summary>Starts a stopped server.</summary>
    /// <param name="server">The server.</param>
    /// <param name="avoid">Servers whose hosts are to be left out, the most important first.</param>
    /// <exception cref="ApiException">The server cannot start; nothing has changed.</exception>
    public static void Begin(Document server, IEnumerable<Document> avoid)
    {
        ServerStatus.RequireStopped(server, "start");
        foreach (var id in ServerDrives.Ids(server)) RequireReady(server, id);
        ServerNics.RequireShared(server);
        if (server.Partition.Balance <= 0)
            throw ApiException.Billing("There is not enough money to run the guest for 5 days at burst prices");
        RequireMemory(server);
        TakePlace(server, avoid);
        ServerLife.Plan(server, ServerStatus.Starting, ServerLife.Started, Durations.ServerStart);
    }

    /// <summary>The servers that the request wants to stay away from. What is unknown has no place and stands for nothing.</summary>
    public static IEnumerable<Document> Avoided(RequestContext request) => AvoidParameter.Ids(request)
        .Select(id => Access.FindVisible(request.Caller, ServersResource.Name, id))
        .OfType<Document>();

    private static void TakePlace(Document server, IEnumerable<Document> avoid)
    {
        var state = server.Partition.State;
        var gpus = (server.Data["gpus"] as JsonArray ?? []).Select(static gpu => gpu!["model"]!.GetValue<string>()).ToArray();
        if (state.ComputeHosts.TryPlace(server, avoid.Where(other => other != server)))
        {
            if (state.Gpus.TryTake(server, gpus)) return;
            state.ComputeHosts.Leave(server);
        }

        throw ApiException.NoRoom("We currently cannot provide enough resources to start the guest");
    }

    private static void RequireMemory(Document server)
    {
        if (server.Partition.State.Location.Epc is not { } epc) return;
        var size = (server.Data["epcs"] as JsonArray ?? []).Sum(static entry => (decimal)entry!["size"]!.GetValue<long>());
        var needed = size * epc.EpcMemRatio;
        if (server.Data["mem"]!.GetValue<long>() < needed)
            throw ApiException.Validation($"The guest needs {decimal.Ceiling(needed)} bytes of memory for its EPC", "mem");
    }

    private static void RequireReady(Document server, string driveId)
    {
        // What was shared when it was attached may have been taken back since.
        var drive = ServerDrives.Attachable(server, driveId)
            ?? throw ApiException.Permission($"Cannot start guest whose drive {driveId} is not shared any more", "drives.drive");
        var status = DriveStatus.Of(drive);
        if (!DriveStatus.IsAtRest(status))
            throw ApiException.Permission($"Cannot start guest while its drive {driveId} is in state \"{status}\"", "drives");
    }
}
