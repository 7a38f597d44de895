// The rules of attached drives, checked before a definition is sent (guide 11).
namespace CloudSigma.Sdk;

internal static class ServerDriveRules
{
    /// <summary>Refuses drives without what a definition needs, channels that do not exist, and two drives on one channel.</summary>
    public static void Check(IReadOnlyList<ServerDrive> drives, string name)
    {
        var taken = new HashSet<(string, string)>();
        for (var i = 0; i < drives.Count; i++)
        {
            var drive = drives[i] ?? throw new ArgumentException($"Attached drive {i + 1} is null.", name);
            if (drive.Drive is not { } reference || (reference.Uuid == Guid.Empty && !reference.IsObject))
                throw new ArgumentException($"Attached drive {i + 1} needs a Drive, the uuid of an existing one.", name);
            var what = $"Attached drive {i + 1} ({reference})";
            if (drive.Device == default) throw new ArgumentException($"{what} needs a Device, e.g. virtio.", name);
            if (DeviceChannels.Problem(drive.Device, drive.DeviceChannel) is { } problem) throw new ArgumentException($"{what} {problem}.", name);
            if (!taken.Add(DeviceChannels.Key(drive)))
                throw new ArgumentException($"{what} is on {drive.Device} {drive.DeviceChannel}, as another drive of the list. Bus and channel together are unique in a server; AttachDrive picks a free channel.", name);
        }
    }
}
