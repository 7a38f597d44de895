// The channels of the buses on which a guest sees its drives (guide 11).
using System.Globalization;

namespace CloudSigma.Sdk;

/// <summary>A channel is <c>{controller}:{unit}</c>. Only virtio and ide are documented; nothing is said about other buses.</summary>
internal static class DeviceChannels
{
    private const int VirtioUnits = 6;
    private const int VirtioDrives = 1024;
    private const int IdeControllers = 2;
    private const int IdeUnits = 2;

    public static (int Controller, int Unit)? Parse(string channel)
    {
        var colon = channel.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            && int.TryParse(channel.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var controller)
            && int.TryParse(channel.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var unit)
                ? (controller, unit)
                : null;
    }

    /// <summary>What is wrong with a channel of a bus; null when nothing is, or when nothing is documented.</summary>
    public static string? Problem(DeviceBus bus, string channel)
    {
        if (channel.Length == 0) return "needs a DeviceChannel, e.g. 0:0";
        if (bus == DeviceBus.Virtio)
        {
            return Parse(channel) is { Unit: < VirtioUnits } ? null : $"has the channel '{channel}'. One of virtio is {{controller}}:{{unit}} with a unit from 0 to {VirtioUnits - 1}, e.g. 0:0";
        }

        if (bus == DeviceBus.Ide)
        {
            return Parse(channel) is { Controller: < IdeControllers, Unit: < IdeUnits } ? null : $"has the channel '{channel}'. Those of ide are 0:0, 0:1, 1:0 and 1:1";
        }

        return null;
    }

    /// <summary>The first channel of a bus that no drive has.</summary>
    /// <exception cref="ArgumentException">The channels of the bus are not documented.</exception>
    /// <exception cref="InvalidOperationException">All channels are taken.</exception>
    public static string NextFree(DeviceBus bus, IEnumerable<ServerDrive> drives)
    {
        IEnumerable<(int, int)> all =
            bus == DeviceBus.Virtio ? Enumerable.Range(0, VirtioDrives).Select(static i => (i / VirtioUnits, i % VirtioUnits))
            : bus == DeviceBus.Ide ? Enumerable.Range(0, IdeControllers * IdeUnits).Select(static i => (i / IdeUnits, i % IdeUnits))
            : throw new ArgumentException($"The channels of the bus '{bus}' are not documented, so none can be picked. Pass the channel.", nameof(bus));
        var taken = drives.Where(d => d.Device == bus).Select(static d => Parse(d.DeviceChannel)).ToHashSet();
        foreach (var (controller, unit) in all)
        {
            if (!taken.Contains((controller, unit))) return string.Create(CultureInfo.InvariantCulture, $"{controller}:{unit}");
        }

        throw new InvalidOperationException($"All channels of the bus '{bus}' are taken. Use another bus.");
    }

    /// <summary>Bus and channel in a form in which equal ones are the same text, e.g. <c>00:0</c> and <c>0:0</c>.</summary>
    public static (string Bus, string Channel) Key(ServerDrive drive) => (drive.Device.Value, Parse(drive.DeviceChannel)?.ToString() ?? drive.DeviceChannel);
}
