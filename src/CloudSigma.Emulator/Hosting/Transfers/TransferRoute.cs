// Recognizes the addresses of transfers.
using System.Globalization;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Drives;

namespace CloudSigma.Emulator.Hosting.Transfers;

/// <param name="Kind">What the address is for.</param>
/// <param name="Drive">The uuid of the drive, where there is one.</param>
/// <param name="Chunk">The number of the chunk, counted from 0, where there is one.</param>
internal sealed record TransferRoute(TransferKind Kind, string Drive = "", long Chunk = 0)
{
    private const string Images = "images";

    /// <summary>The transfer that an address means on a port, or null when it is a usual request.</summary>
    public static TransferRoute? Find(ListenerKind listener, string path)
    {
        if (listener == ListenerKind.Storage)
            return path.Trim('/').Split('/') is [Images, var image] ? new(TransferKind.Image, image) : new(TransferKind.Nothing);
        return Router.Parts(path) switch
        {
            [DrivesResource.Name, "upload"] or [DrivesResource.Name, "upload", _] =>
                new(listener == ListenerKind.Direct ? TransferKind.Raw : TransferKind.RawElsewhere),
            [DrivesResource.Name, var drive, "chunks", var number] when long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var chunk) =>
                new(TransferKind.Chunk, drive, chunk),
            [DrivesResource.Name, var drive, "upload"] => new(TransferKind.Resumable, drive),
            [DrivesResource.Name, var drive, "download"] => new(TransferKind.Download, drive),
            _ => null,
        };
    }

    /// <summary>The address behind a redirected download, relative to its host.</summary>
    public static string ImagePath(string drive) => $"/{Images}/{drive}";
}
