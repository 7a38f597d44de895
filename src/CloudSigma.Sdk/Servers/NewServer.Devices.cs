// Drives and network cards of a new definition.
namespace CloudSigma.Sdk;

public sealed partial record NewServer
{
    /// <summary>Attaches a drive. An update with the definition replaces all drives of the server by those of the definition.</summary>
    /// <param name="drive">Uuid of the drive.</param>
    /// <param name="bus">The bus on which the guest sees it; null for virtio.</param>
    /// <param name="channel">Controller and unit, e.g. <c>0:1</c>; null picks the first free one. Those of buses other than virtio and ide are not documented and have to be given.</param>
    /// <param name="bootOrder">Position in the boot sequence, from 1; null for not bootable.</param>
    /// <param name="boot">Whether the drive is bootable, behind all others that are. Instead of <paramref name="bootOrder"/>.</param>
    /// <returns>The changed definition.</returns>
    /// <exception cref="ArgumentException">The drive is attached already, the channel is taken or does not exist, or it has to be given.</exception>
    /// <exception cref="InvalidOperationException">All channels of the bus are taken.</exception>
    public NewServer AttachDrive(Guid drive, DeviceBus? bus = null, string? channel = null, int? bootOrder = null, bool boot = false) =>
        this with { Drives = ServerDriveList.Attach(Drives ?? [], Nics ?? [], drive, bus, channel, bootOrder, boot) };

    /// <summary>Adds a network card behind the others. An update with the definition replaces all cards of the server by those of the definition.</summary>
    /// <param name="configuration">What the card is connected to.</param>
    /// <param name="model">The card that the guest sees; null for the default, virtio.</param>
    /// <returns>The changed definition.</returns>
    public NewServer AddNic(NicConfiguration configuration, NicModel? model = null) => this with { Nics = NicList.Add(Nics ?? [], configuration, model) };
}
