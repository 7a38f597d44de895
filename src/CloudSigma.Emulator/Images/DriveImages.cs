// The images of one cloud and the folder in which they lie. An image goes when no drive and no snapshot refers to it any more.
using CloudSigma.Emulator.Store;
using Microsoft.Win32.SafeHandles;

namespace CloudSigma.Emulator.Images;

internal sealed class DriveImages(CloudState state, string? parent) : IDisposable
{
    private const string Note = "image";
    private readonly Dictionary<string, DriveImage> _images = new(StringComparer.Ordinal);
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private readonly string _folder = Path.Combine(parent ?? Path.GetTempPath(), $"cloudsigma-emulator-{Guid.NewGuid():N}");
    private readonly Lock _files = new();
    private bool _closed;

    /// <summary>Makes an image. It belongs to nobody until <see cref="Give"/>.</summary>
    public DriveImage Create(long size)
    {
        var id = Guid.NewGuid().ToString("N");
        return new DriveImage(this, id, Path.Combine(_folder, id), size);
    }

    /// <summary>Makes a file of an image and, for the first one, its folder. Nothing is made any more after the end of the cloud.</summary>
    /// <exception cref="IOException">The cloud has ended, or the disk says no.</exception>
    public SafeFileHandle CreateFile(string path)
    {
        lock (_files)
        {
            if (_closed) throw new IOException("The cloud has been reset.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }
    }

    /// <summary>Makes an image the content of a drive.</summary>
    public void Give(Document drive, DriveImage image)
    {
        _images.Add(image.Id, image);
        state.Journal?.OnRollback(() => _images.Remove(image.Id));
        drive.Edit();
        drive.Hidden[Note] = image.Id;
    }

    /// <summary>The content of a drive or snapshot; null for zeros.</summary>
    public DriveImage? Of(Document document) => IdOf(document) is { } id ? _images.GetValueOrDefault(id) : null;

    /// <summary>Gives a copy the content of its source.</summary>
    public static void Share(Document source, Document copy)
    {
        if (IdOf(source) is { } id) copy.Hidden[Note] = id;
    }

    /// <summary>The id of the image to which an object refers, or null.</summary>
    public static string? IdOf(Document document) => document.Hidden[Note]?.GetValue<string>();

    /// <summary>An object goes away, and perhaps its image with it.</summary>
    public void Left(Document document)
    {
        if (IdOf(document) is { } id) _left.Add(id);
    }

    /// <summary>Deletes the images of objects that went away, unless others refer to them. Not while a request can still be taken back.</summary>
    public void Sweep()
    {
        if (_left.Count == 0) return;
        foreach (var id in _left)
        {
            if (state.Partitions.Any(partition => ImageUse.Of(partition).Refers(id))) continue;
            if (_images.Remove(id, out var image)) image.Delete();
        }

        _left.Clear();
    }

    /// <summary>Deletes everything.</summary>
    public void Dispose()
    {
        _images.Clear();
        lock (_files)
        {
            _closed = true;
            ImageFolder.Delete(_folder);
        }
    }
}
