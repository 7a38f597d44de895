// /servers/: the declaration and the rules of create, update and delete.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class ServersResource
{
    public const string Name = "servers";
    private static readonly HashSet<string> ChangeableWhileRunning = ["name", "meta", "tags"];

    public static ResourceDefinition Create(CloudState state) => Declare(Name, state);

    /// <summary>The same for backfilling servers, which are seen in both places.</summary>
    public static ResourceDefinition CreateBackfilling(CloudState state) => Declare(BackfillingServers.Name, state);

    private static ResourceDefinition Declare(string name, CloudState state)
    {
        var backfilling = name == BackfillingServers.Name;
        return new ResourceDefinition(name, ServerFields.All(state.Location))
        {
            StoredIn = Name,
            Holds = backfilling ? BackfillingServers.Is : null,
            Guard = backfilling ? BackfillingServers.Require : null,
            HasDetail = true,
            Rights = [Right.List, Right.Edit, Right.Clone, Right.Start, Right.Stop, Right.OpenVnc],
            ShortMembers = ["name", "owner", "resource_uri", "runtime", "status", "uuid"],
            Filters = FilterDefinition.Usual,
            Ordering = ["uuid", "name"],
            DeleteParameters = ["recurse"],
            OnCreate = (request, server) =>
            {
                if (backfilling) BackfillingServers.Mark(server);
                Complete(request, server, server.Data, stored: null);
            },
            OnUpdate = static (request, server, changes) => Complete(request, server, changes, server.Data),
            OnDelete = OnDelete,
            Changeable = static server => server.Status == ServerStatus.Stopped ? null : ChangeableWhileRunning,
            Actions = [.. ServerPower.Actions, .. ServerScreens.Actions, ServerClone.Action],
            Events = backfilling ? new Dictionary<string, Action<Document>>() : ServerLife.Events,
            AvailabilityGroups = backfilling ? null : static partition => ComputeHosts.Groups(
                partition.Collection(Name).All.Where(static server => server.Status == ServerStatus.Running)),
            Parts = new Dictionary<string, Func<Document, JsonNode?>> { ["runtime"] = ServerRuntime.Server },
        };
    }

    // A create and an update obey the same rules: the values named, over the values stored.
    private static void Complete(RequestContext request, Document server, JsonObject values, JsonObject? stored)
    {
        if (values.ContainsKey("smp")) values["smp"] ??= 1L;
        new ServerLimits(request.State.Location, values, server.Data).Check();
        if (values["drives"] is JsonArray drives)
            ServerDrives.Check(server, drives, stored is null ? new HashSet<string>() : ServerDrives.Ids(server).ToHashSet());
        if (values["nics"] is JsonArray nics) ServerNics.Complete(server, stored?["nics"] as JsonArray, nics);
    }

    private static void OnDelete(RequestContext request, Document server)
    {
        ServerStatus.RequireStopped(server, "delete");
        var recurse = request.Query.Last("recurse");
        if (recurse is not (null or "all_drives" or "disks" or "cdroms"))
            throw ApiException.Validation($"\"{recurse}\" is not one of all_drives, disks, cdroms", "recurse");
        if (recurse is null) return;
        foreach (var id in ServerDrives.Ids(server).ToArray())
        {
            // Drives of the library are not the caller's to delete.
            if (server.Partition.Find(DrivesResource.Name, id) is not { } drive) continue;
            if (recurse == "all_drives" || drive.Text("media") + "s" == recurse)
                ResourceEndpoint.DeleteOne(request, request.Resource(DrivesResource.Name), drive);
        }
    }
}
