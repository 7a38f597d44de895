// /drives/: the declaration and the rules of create, update, resize and delete.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Resources.BackupSchedulers;
using CloudSigma.Emulator.Resources.Capabilities;
using CloudSigma.Emulator.Resources.DriveUsers;
using CloudSigma.Emulator.Resources.Jobs;
using CloudSigma.Emulator.Resources.Servers;
using CloudSigma.Emulator.Resources.Snapshots;
using CloudSigma.Emulator.Resources.Transfers;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Drives;

internal static class DrivesResource
{
    public const string Name = "drives";
    private static readonly HashSet<string> ChangeableInUse = ["name", "meta", "tags", "allow_multimount"];

    public static ResourceDefinition Create() => new(Name, DriveFields.All())
    {
        HasDetail = true,
        Rights = [Right.List, Right.Edit, Right.Clone, Right.Attach],
        ShortMembers = ["owner", "resource_uri", "status", "uuid"],
        Filters = FilterDefinition.Usual,
        Ordering = ["uuid", "name"],
        CreateParameters = [AvoidParameter.Name],
        AvailabilityGroups = DrivePlacement.Groups,
        OnCreate = OnCreate,
        OnUpdate = OnUpdate,
        OnDelete = OnDelete,
        Changeable = static drive => DriveStatus.IsInUse(drive) ? ChangeableInUse : null,
        FindElsewhere = static (caller, id) => caller.State.Library.Find("libdrives", id),
        Actions = [DriveClone.Action, new ActionDefinition("resize", Resize) { Members = null }, DriveScheduler.Action, ChunkLink.Action],
        Events = new Dictionary<string, Action<Document>>
        {
            ["created"] = static drive => drive.Set("status", EphemeralDrive.Is(drive) ? DriveStatus.Staging : DriveStatus.Unmounted),
            ["staged"] = static drive => drive.Set("status", DriveStatus.Unmounted),
            ["resized"] = Resized,
            [UploadedDrive.Event] = UploadedDrive.Finish,
            [DriveClone.Event] = DriveClone.Finish,
            [JobsResource.Failed] = DriveClone.Fail,
        },
    };

    /// <summary>The drive of the caller, or of the library, with this id.</summary>
    public static Document? Find(AccountPartition caller, string id) =>
        caller.Find(Name, id) ?? caller.State.Library.Find("libdrives", id);

    /// <summary>The drive with this id that a server of the account holds; it may be one of somebody else, shared or once shared.</summary>
    public static Document? FindHeld(AccountPartition account, string id) => Find(account, id) ?? account.State.Find(Name, id);

    private static void OnCreate(RequestContext request, Document drive)
    {
        var data = drive.Edit();
        var storageType = data["storage_type"]?.GetValue<string>() ?? request.State.Location.DefaultStorageType;
        data["storage_type"] = storageType;
        data["size"] = DriveSize.Checked(request.State.Location, data["size"]!.GetValue<long>(), storageType);
        DriveSize.CheckIops(request.State.Location, data["iops"]?.GetValue<long>(), storageType);
        data["status"] = DriveStatus.Creating;
        DrivePlacement.Place(request, drive);
        request.State.Scheduler.After(drive, "created", Durations.DriveCreate);
        if (EphemeralDrive.Is(drive)) request.State.Scheduler.After(drive, "staged", Durations.DriveCreate + Durations.DriveStage);
    }

    private static void OnUpdate(RequestContext request, Document drive, JsonObject changes)
    {
        DriveSize.CheckIops(request.State.Location, changes["iops"]?.GetValue<long>(), drive.Text("storage_type"));
        if (changes["media"] is { } media && media.GetValue<string>() != drive.Text("media") && !DriveStatus.IsAtRest(DriveStatus.Of(drive)))
            throw ApiException.Permission($"Cannot change the media of a drive in state \"{DriveStatus.Of(drive)}\"");
        RequireSingle(drive, changes);
        if (changes["size"] is { } size)
        {
            // The stored size stays until the work is done.
            changes.Remove("size");
            Grow(drive, size.GetValue<long>());
        }
    }

    // A disk that several servers have stays one that several may have.
    private static void RequireSingle(Document drive, JsonObject changes)
    {
        bool MayBeShared(JsonObject values) => (values["media"] ?? drive.Data["media"])!.GetValue<string>() == "cdrom"
            || (values["allow_multimount"] ?? drive.Data["allow_multimount"])!.GetValue<bool>();
        if (MayBeShared(drive.Data) && !MayBeShared(changes) && MountIndex.Everywhere(drive).Skip(1).Any())
            throw ApiException.Permission("The drive is mounted on several guests, so it has to allow that", "allow_multimount");
    }

    private static void OnDelete(RequestContext request, Document drive)
    {
        var status = DriveStatus.Of(drive);
        if (!DriveStatus.IsDeletable(status))
            throw ApiException.Permission($"Cannot delete drive in state \"{status}\". Drive should be in state \"['unmounted', 'mounted']\"");
        if (DriveStatus.IsInUse(drive))
            throw ApiException.Permission("Cannot delete a drive that is mounted on a running guest");
        SnapshotsResource.DriveDeleted(request, drive);
        foreach (var server in MountIndex.Everywhere(drive).ToArray()) ServerDrives.Detach(server, drive);
        DriveUsersResource.Forget(drive);
        request.State.StorageHosts.Leave(drive);
    }

    private static ApiResponse Resize(RequestContext request, Document drive, JsonObject body)
    {
        var resource = request.Resource(Name);
        var size = ObjectReader.ReadNamed(request, resource, body, "size")["size"]
            ?? throw ApiException.Validation(ValueReader.RequiredMessage, "size");
        if (DriveStatus.IsInUse(drive))
            throw ApiException.Permission("Cannot resize a drive that is mounted on a running guest");
        Grow(drive, size.GetValue<long>());
        return DocumentRenderer.Wrapped(request, resource, [drive], 202);
    }

    private static void Grow(Document drive, long asked)
    {
        var present = drive.Data["size"]!.GetValue<long>();
        // Who asked for a size that was rounded may go on naming the size that was asked for.
        if (asked == present || DriveSize.Rounded(asked) == present) return;
        if (asked < present)
            throw ApiException.Validation($"A drive cannot shrink; the size is {present} already", "size");
        var size = DriveSize.Checked(drive.Partition.State.Location, asked, drive.Text("storage_type"));
        var status = DriveStatus.Of(drive);
        var ephemeral = EphemeralDrive.Is(drive);
        if (!DriveStatus.IsAtRest(status) && !(ephemeral && status == DriveStatus.Staging))
            throw ApiException.Permission($"Cannot resize drive in state \"{status}\". Drive should be in state \"['unmounted', 'mounted']\"");
        DrivePlacement.Grow(drive, size);
        if (ephemeral)
        {
            // Local storage has nothing to move, so the new size is there at once.
            drive.Set("size", size);
            return;
        }

        drive.Set("status", DriveStatus.Resizing);
        drive.Hidden["size"] = size;
        drive.Partition.State.Scheduler.After(drive, "resized", Durations.DriveResize);
    }

    private static void Resized(Document drive)
    {
        var data = drive.Edit();
        data["size"] = drive.Hidden["size"]!.DeepClone();
        data["status"] = DriveStatus.Unmounted;
        drive.Hidden.Remove("size");
    }
}
