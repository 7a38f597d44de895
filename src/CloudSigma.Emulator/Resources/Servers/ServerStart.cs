// What has to be right before a server starts, and its place on a host.
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
        foreach (var id in ServerDrives.Ids(server)) RequireReady(server.Partition, id);
        if (server.Partition.Balance <= 0)
            throw ApiException.Billing("There is not enough money to run the guest for 5 days at burst prices");
        TakePlace(server, avoid);
        ServerLife.Plan(server, ServerStatus.Starting, ServerLife.Started, Durations.ServerStart);
    }

    /// <summary>The servers that the request wants to stay away from. What is unknown has no place and stands for nothing.</summary>
    public static IEnumerable<Document> Avoided(RequestContext request) => request.Query.All("avoid")
        .SelectMany(static value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Select(id => request.Caller.Find(ServersResource.Name, id.ToLowerInvariant()))
        .OfType<Document>();

    private static void TakePlace(Document server, IEnumerable<Document> avoid)
    {
        if (!server.Partition.State.ComputeHosts.TryPlace(server, avoid.Where(other => other != server)))
            throw ApiException.NoRoom("We currently cannot provide enough resources to start the guest");
    }

    private static void RequireReady(AccountPartition owner, string driveId)
    {
        if (DrivesResource.Find(owner, driveId) is not { } drive) return;
        var status = DriveStatus.Of(drive, owner);
        if (!DriveStatus.IsAtRest(status))
            throw ApiException.Permission($"Cannot start guest while its drive {driveId} is in state \"{status}\"", "drives");
    }
}
