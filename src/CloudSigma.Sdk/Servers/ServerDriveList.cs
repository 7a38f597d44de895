// Changes of the list of attached drives, for servers and for definitions of servers.
namespace CloudSigma.Sdk;

internal static class ServerDriveList
{
    public static IReadOnlyList<ServerDrive> Attach(
        IReadOnlyList<ServerDrive> drives, IReadOnlyList<Nic> nics, Guid drive, DeviceBus? bus, string? channel, int? bootOrder, bool boot)
    {
        Guard.NotEmpty(drive);
        if (drives.Any(d => d.Drive?.Uuid == drive)) throw new ArgumentException($"The drive {drive} is attached already.", nameof(drive));
        if (bootOrder is <= 0) throw new ArgumentOutOfRangeException(nameof(bootOrder), bootOrder, "Positions in the boot sequence begin with 1. Null is not bootable.");
        if (boot && bootOrder is not null) throw new ArgumentException("Pass a bootOrder, or boot for the next one, not both.", nameof(boot));
        var device = bus ?? DeviceBus.Virtio;
        if (device == default) throw new ArgumentException("The bus is empty. Null is virtio.", nameof(bus));
        var added = new ServerDrive
        {
            Drive = drive,
            Device = device,
            DeviceChannel = channel ?? DeviceChannels.NextFree(device, drives),
            BootOrder = boot ? Next(drives, nics) : bootOrder,
        };
        if (DeviceChannels.Problem(device, added.DeviceChannel) is { } problem) throw new ArgumentException($"The drive {drive} {problem}.", nameof(channel));
        if (drives.FirstOrDefault(d => DeviceChannels.Key(d) == DeviceChannels.Key(added)) is { } other)
            throw new ArgumentException($"The drive {other.Drive} is on {device} {channel} already. Without a channel a free one is picked.", nameof(channel));
        return [.. drives, added];
    }

    public static IReadOnlyList<ServerDrive> Detach(IReadOnlyList<ServerDrive> drives, Guid drive)
    {
        Guard.NotEmpty(drive);
        IReadOnlyList<ServerDrive> left = [.. drives.Where(d => d.Drive?.Uuid != drive)];
        if (left.Count < drives.Count) return left;
        var attached = string.Join(", ", drives.Select(static d => d.Drive));
        throw new ArgumentException($"The drive {drive} is not attached to the server. Attached are: {(attached.Length == 0 ? "none" : attached)}.", nameof(drive));
    }

    /// <summary>The position behind all bootable drives and network cards.</summary>
    private static int Next(IReadOnlyList<ServerDrive> drives, IReadOnlyList<Nic> nics) =>
        drives.Select(static d => d.BootOrder ?? 0).Concat(nics.Select(static n => n.BootOrder ?? 0)).Append(0).Max() + 1;
}
