// Finds the drives and snapshots of an account that refer to an image.
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Resources.Snapshots;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Images;

internal sealed class ImageUse
{
    private static readonly string[] Resources = [DrivesResource.Name, SnapshotsResource.Name, RemoteSnapshotsResource.Name];
    private readonly KeyIndex _index;

    private ImageUse(AccountPartition partition) => _index = new KeyIndex(
        Resources.Select(partition.Collection), static document => DriveImages.IdOf(document) is { } id ? [id] : []);

    public static ImageUse Of(AccountPartition partition) => partition.Index(static owner => new ImageUse(owner));

    public bool Refers(string imageId) => _index.Find(imageId).Count > 0;
}
