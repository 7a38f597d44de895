// The clone action of servers: its disks are copied, its cdroms are shared.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Resources.Jobs;
using CloudSigma.Emulator.Resources.Profile;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class ServerClone
{
    /// <summary>The event at the end of the work.</summary>
    public const string Finished = "cloned";

    private const int PasswordBytes = 4;
    private static readonly string[] Own = ["name", "vnc_password", "status", "jobs", "drives", "nics"];

    public static ActionDefinition Action { get; } = new("clone", Run)
    {
        Parameters = [AvoidParameter.Name],
        Members = ["name", "random_vnc_password"],
    };

    /// <summary>Starts a copy that wants to be started. Without its drives, money or room it stays off.</summary>
    public static void Finish(Document copy)
    {
        if (copy.Status != ServerStatus.Stopped || !copy.Data["auto_start"]!.GetValue<bool>()) return;
        try
        {
            ServerStart.Begin(copy, []);
        }
        catch (ApiException)
        {
            // Nobody waits for an answer. The copy shows that it is stopped.
        }
    }

    private static ApiResponse Run(RequestContext request, Document source, JsonObject body)
    {
        // A copy of a backfilling server is one too.
        var backfilling = BackfillingServers.Is(source);
        if (backfilling) BackfillingServers.Require(request);
        var servers = request.Resource(ServersResource.Name);
        var name = ObjectReader.ReadNamed(request, servers, body, "name")["name"]?.GetValue<string>();
        var copy = new Document(request.State.Ids.NewUuid(), ServersResource.Name, request.Caller);
        foreach (var (member, value) in source.Data)
        {
            if (!Own.Contains(member)) copy.Data[member] = value?.DeepClone();
        }

        if (copy.Partition != source.Partition) Forget(copy);
        copy.Data["name"] = name ?? CloneNaming.Name(ProfileResource.CloneNaming(request.Caller), source.Text("name"), request.Now);
        copy.Data["vnc_password"] = WantsPassword(body) ? request.State.Ids.NewSecret(PasswordBytes) : source.Text("vnc_password");
        copy.Data["status"] = ServerStatus.Stopped;
        copy.Data["jobs"] = new JsonArray();
        copy.Data["nics"] = Nics(source);
        copy.Data["drives"] = new JsonArray();
        if (backfilling) BackfillingServers.Mark(copy);
        request.Caller.Collection(ServersResource.Name).Add(copy);
        ServerNics.RequireShared(copy);

        var children = new List<Document>();
        copy.Edit()["drives"] = Drives(request, source, copy, children);
        var time = DrivePlacement.CloneTime(request);
        JobTree.Join(JobsResource.Start(request.Caller, "server_clone", time, [source, copy]), children);
        request.State.Scheduler.After(copy, Finished, time);
        return DocumentRenderer.Single(request, servers, copy, 202);
    }

    // What refers to things of the owner of the source means nothing to somebody else.
    private static void Forget(Document copy)
    {
        copy.Data["tags"] = new JsonArray();
        copy.Data["pubkeys"] = new JsonArray();
        copy.Data["allocation_pool"] = null;
    }

    private static bool WantsPassword(JsonObject body) => body["random_vnc_password"] switch
    {
        null => false,
        JsonValue value when value.TryGetValue(out bool wanted) => wanted,
        _ => throw ApiException.Validation("Not true or false", "random_vnc_password"),
    };

    private static JsonArray Drives(RequestContext request, Document source, Document copy, List<Document> jobs)
    {
        var drives = new JsonArray();
        foreach (var stored in source.Data["drives"]!.AsArray())
        {
            var entry = stored!.DeepClone().AsObject();
            var id = entry["drive"]!["uuid"]!.GetValue<string>();
            var drive = ServerDrives.Attachable(source, id);
            if (drive is null) throw ApiException.Permission($"The drive {id} of the guest is not shared with its owner any more", "drives.drive");
            if (drive.Text("media") == "cdrom")
            {
                // It is attached to the copy too, so the owner of the copy needs that right.
                if (ServerDrives.Attachable(copy, id) is null) throw ApiException.Permission($"The permission {Right.Attach} is needed on drives {id}", "drives.drive");
            }
            else if (drive.Partition.Account is not null)
            {
                var (disk, job) = DriveClone.Start(request, drive, []);
                jobs.Add(job);
                entry["drive"] = disk.Reference();
            }

            drives.Add((JsonNode)entry);
        }

        return drives;
    }

    // The same networks with hardware addresses of their own. A public address is lent, whatever it was before.
    private static JsonArray Nics(Document source)
    {
        var nics = new JsonArray();
        foreach (var stored in source.Data["nics"]!.AsArray())
        {
            var nic = stored!.DeepClone().AsObject();
            nic["mac"] = source.Partition.State.Ids.NewMac();
            foreach (var (member, _) in ServerNics.Configurations)
            {
                if (nic[member] is not null) nic[member] = new JsonObject { ["conf"] = "dhcp", ["ip"] = null };
            }

            nics.Add((JsonNode)nic);
        }

        return nics;
    }
}
