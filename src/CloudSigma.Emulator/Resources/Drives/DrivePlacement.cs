// Where drives lie: finds a host with room, and says so in the form of the API when there is none.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Resources.Servers;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Drives;

internal static class DrivePlacement
{
    /// <summary>Puts a new drive, whose size and storage type are known, on a host. The wishes of the request are kept as far as they can be.</summary>
    /// <exception cref="ApiException">No host has room; the status is 503.</exception>
    public static void Place(RequestContext request, Document drive) => Place(request, drive, drive.Data["size"]!.GetValue<long>());

    /// <summary>Puts a new drive on a host and takes the room that it is going to need.</summary>
    /// <exception cref="ApiException">No host has room; the status is 503.</exception>
    public static void Place(RequestContext request, Document drive, long size)
    {
        var storageType = drive.Text("storage_type");
        if (!request.State.StorageHosts.TryPlace(drive, storageType, size, Avoided(request))) throw NoRoom("create", storageType);
    }

    /// <summary>Refuses a drive that no host could take at the moment.</summary>
    /// <exception cref="ApiException">No host has room; the status is 503.</exception>
    public static void RequireRoom(CloudState state, string storageType, long size)
    {
        if (!state.StorageHosts.HasRoom(storageType, size)) throw NoRoom("create", storageType);
    }

    /// <summary>Takes room for the larger size on the host of the drive.</summary>
    /// <exception cref="ApiException">The host has no room; the status is 503.</exception>
    public static void Grow(Document drive, long size)
    {
        if (!drive.Partition.State.StorageHosts.TryGrow(drive, size)) throw NoRoom("resize", drive.Text("storage_type"));
    }

    /// <summary>How long a copy takes. One that has to lie elsewhere is copied in full, which takes longer.</summary>
    public static TimeSpan CloneTime(RequestContext request) => AvoidParameter.Ids(request).Any() ? Durations.DriveCloneElsewhere : Durations.DriveClone;

    /// <summary>The drives of an account by the host that they share.</summary>
    public static IEnumerable<IReadOnlyList<string>> Groups(AccountPartition partition) =>
        StorageHosts.Groups(partition.Collection(DrivesResource.Name).All);

    // A server stands for all its drives. What is unknown has no place and stands for nothing.
    private static IEnumerable<Document> Avoided(RequestContext request)
    {
        var caller = request.Caller;
        foreach (var id in AvoidParameter.Ids(request))
        {
            IEnumerable<string> drives = Access.FindVisible(caller, ServersResource.Name, id) is { } server ? ServerDrives.Ids(server) : [id];
            foreach (var drive in drives)
            {
                if (Access.FindVisible(caller, DrivesResource.Name, drive) is { } found) yield return found;
            }
        }
    }

    private static ApiException NoRoom(string verb, string storageType) =>
        ApiException.NoRoom($"We currently cannot provide enough resources to {verb} a {storageType} drive");
}
