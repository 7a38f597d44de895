// Changes of the attached drives of a server that was read.
namespace CloudSigma.Sdk;

public sealed partial record Server
{
    /// <summary>Attaches a drive.</summary>
    /// <param name="drive">Uuid of the drive.</param>
    /// <param name="bus">The bus on which the guest sees it; null for virtio.</param>
    /// <param name="channel">Controller and unit, e.g. <c>0:1</c>; null picks the first free one. Those of buses other than virtio and ide are not documented and have to be given.</param>
    /// <param name="bootOrder">Position in the boot sequence, from 1; null for not bootable.</param>
    /// <param name="boot">Whether the drive is bootable, behind all others that are. Instead of <paramref name="bootOrder"/>.</param>
    /// <returns>The changed server, to be sent by <see cref="IServersClient.UpdateAsync(Server, UpdateServerOptions?, CancellationToken)"/>.</returns>
    /// <exception cref="ArgumentException">The drive is attached already, the channel is taken or does not exist, or it has to be given.</exception>
    /// <exception cref="InvalidOperationException">All channels of the bus are taken, or the server was read without its drives.</exception>
    public Server AttachDrive(Guid drive, DeviceBus? bus = null, string? channel = null, int? bootOrder = null, bool boot = false) =>
        this with { Drives = ServerDriveList.Attach(Read(_drives, "drives"), Nics, drive, bus, channel, bootOrder, boot) };

    /// <summary>Detaches a drive. It stays, unmounted.</summary>
    /// <param name="drive">Uuid of the drive.</param>
    /// <returns>The changed server, to be sent by <see cref="IServersClient.UpdateAsync(Server, UpdateServerOptions?, CancellationToken)"/>.</returns>
    /// <exception cref="ArgumentException">The drive is not attached.</exception>
    /// <exception cref="InvalidOperationException">The server was read without its drives.</exception>
    public Server DetachDrive(Guid drive) => this with { Drives = ServerDriveList.Detach(Read(_drives, "drives"), drive) };
}
