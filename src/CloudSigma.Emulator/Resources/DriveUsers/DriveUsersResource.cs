// /driveusers/: how many users of remote desktops a drive is licensed for. A record has the uuid of its drive.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Resources.Servers;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.DriveUsers;

internal static class DriveUsersResource
{
    public const string Name = "driveusers";

    public static ResourceDefinition Create() => new(Name, Fields())
    {
        HasSchema = false,
        ListMethods = ["GET", "POST"],
        IdMember = "drive",
        WrapsUpdates = true,
        OnCreate = OnCreate,
        OnUpdate = static (_, _, changes) => CheckAmount(changes),
        OnDelete = OnDelete,
    };

    /// <summary>Forgets the record of a drive that goes away.</summary>
    public static void Forget(Document drive)
    {
        if (drive.Partition.Find(Name, drive.Id) is { } record) drive.Partition.Collection(Name).Remove(record);
    }

    private static void OnCreate(RequestContext request, Document record)
    {
        // Only a create needs the drive, so the member is not marked as required.
        if (record.Data["drive"] is null) throw ApiException.Validation(ValueReader.RequiredMessage, "drive");
        if (request.Caller.Find(DrivesResource.Name, record.Id) is null)
            throw ApiException.Validation($"There is no drive {record.Id} of the account", "drive");
        CheckAmount(record.Data);
    }

    private static void OnDelete(RequestContext request, Document record)
    {
        if (record.Partition.Find(DrivesResource.Name, record.Id) is { } drive && MountIndex.Everywhere(drive).Any())
            throw ApiException.Permission("Cannot delete the users of a drive that is mounted on a guest");
    }

    private static void CheckAmount(JsonObject values)
    {
        if (values["amount"]!.GetValue<long>() <= 0) throw ApiException.Validation("The number of users has to be above 0", "amount");
    }

    private static IEnumerable<FieldDefinition> Fields() =>
    [
        new FieldDefinition("amount", FieldType.Integer, "Number of RDS users") { Required = true },
        new FieldDefinition("drive", FieldType.Related, Member.OneHelp) { Target = DrivesResource.Name, Fixed = true },
    ];
}
