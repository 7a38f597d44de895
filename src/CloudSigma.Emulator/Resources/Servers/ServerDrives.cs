// The drives of a server: what may be attached, how, and what happens when one goes away.
using System.Globalization;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class ServerDrives
{
    private const int VirtioUnits = 6;
    private const int VirtioDrives = 1024;

    public static IEnumerable<string> Ids(Document server) =>
        server.Data["drives"] is JsonArray drives ? drives.Select(static entry => Id(entry!)) : [];

    public static void Detach(Document server, Document drive)
    {
        var drives = server.Edit()["drives"]!.AsArray();
        foreach (var entry in drives.Where(entry => Id(entry!) == drive.Id).ToArray()) drives.Remove(entry);
    }

    /// <summary>Checks a list of drives that a server is to have.</summary>
    /// <param name="server">The server.</param>
    /// <param name="attachments">The new list.</param>
    /// <param name="known">The ids of the drives that the server has already; they may stay, whatever happens to them.</param>
    public static void Check(Document server, JsonArray attachments, IReadOnlySet<string> known)
    {
        var channels = new HashSet<(string Device, int Controller, int Unit)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in attachments)
        {
            var attachment = entry!.AsObject();
            var device = attachment["device"]!.GetValue<string>();
            var channel = attachment["dev_channel"]!.GetValue<string>();
            var (controller, unit) = CheckedChannel(device, channel);
            if (!channels.Add((device, controller, unit)))
                throw ApiException.Validation($"The channel {channel} of {device} is used twice", "drives.dev_channel");

            var id = Id(attachment);
            if (!seen.Add(id)) throw ApiException.Validation($"The drive {id} is in the list twice", "drives.drive");
            if (known.Contains(id)) continue;
            var drive = Attachable(server, id) ?? throw ApiException.Validation($"There is no drive {id}", "drives.drive");
            CheckState(drive);
            CheckShare(server, drive);
        }
    }

    /// <summary>A drive that the owner of the server may attach to it: an own one, one of the library, or one that somebody shares for that.</summary>
    public static Document? Attachable(Document server, string id) =>
        Access.Attachable(server.Partition, DrivesResource.Name, id, "drives.drive") ?? DrivesResource.Find(server.Partition, id);

    private static void CheckState(Document drive)
    {
        var status = DriveStatus.Of(drive);
        if (!DriveStatus.IsAtRest(status) && status != DriveStatus.Staging)
            throw ApiException.Permission($"Cannot attach drive in state \"{status}\". Drive should be in state \"['unmounted', 'mounted']\"", "drives.drive");
    }

    private static void CheckShare(Document server, Document drive)
    {
        if (drive.Text("media") == "cdrom") return;
        if (drive.Partition.Account is null)
            throw ApiException.Permission("A disk of the library has to be cloned before it can be attached", "drives.drive");
        if (drive.Data["allow_multimount"]!.GetValue<bool>()) return;
        if (MountIndex.Everywhere(drive).Any(other => other.Id != server.Id))
            throw ApiException.Permission($"The drive {drive.Id} is mounted on another guest and does not allow that", "drives.drive");
    }

    private static (int Controller, int Unit) CheckedChannel(string device, string channel)
    {
        var colon = channel.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Number(channel.AsSpan(0, colon), out var controller) || !Number(channel.AsSpan(colon + 1), out var unit))
            throw ApiException.Validation($"\"{channel}\" is not of the form controller:unit, for example 0:0", "drives.dev_channel");
        var fits = device switch
        {
            "ide" => controller < 2 && unit < 2,
            "virtio" => unit < VirtioUnits && (controller * VirtioUnits) + unit < VirtioDrives,
            _ => true,
        };
        return fits ? (controller, unit) : throw ApiException.Validation($"There is no channel {channel} on {device}", "drives.dev_channel");
    }

    private static bool Number(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < 10000;

    private static string Id(JsonNode attachment) => attachment["drive"]!["uuid"]!.GetValue<string>();
}
