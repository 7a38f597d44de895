// The content of drives: each chunk that is not all zeros is a sparse file. A complete image never changes, so drives and snapshots share it.
using Microsoft.Win32.SafeHandles;

namespace CloudSigma.Emulator.Images;

internal sealed class DriveImage(DriveImages images, string id, string folder, long size)
{
    // The file of each chunk that is stored; null for one of zeros. All changes happen under the gate of the cloud, and none after the last chunk.
    private readonly Dictionary<long, string?> _stored = [];
    private readonly Lock _gate = new();
    private int _leases;
    private int _attempts;
    private bool _deleted;

    public string Id { get; } = id;

    /// <summary>How many bytes the image has. A drive may be larger; the rest of it is zeros.</summary>
    public long Size { get; } = size;

    /// <summary>The cutting that the first chunk has settled, or null.</summary>
    public ChunkDivision? Division { get; set; }

    public bool IsComplete => Division is { } division && _stored.Count == division.Count;

    public bool Has(long number) => _stored.ContainsKey(number);

    /// <summary>
    /// Begins an attempt to store a chunk. It writes into a file of its own, so that neither two attempts at the same time nor what is left of
    /// a broken one can mix with it.
    /// </summary>
    public ImageWriter Write(long number)
    {
        Lease();
        var attempt = Interlocked.Increment(ref _attempts);
        return new ImageWriter(this, Path.Combine(folder, FormattableString.Invariant($"{number}.{attempt}")), Division!.Value.Length(number));
    }

    /// <summary>Makes the file of an attempt.</summary>
    public SafeFileHandle Create(string path) => images.CreateFile(path);

    /// <summary>Takes over what an attempt has written. The caller holds the gate of the cloud and has asked <see cref="Has"/>.</summary>
    public void Keep(long number, ImageWriter writer) => _stored.Add(number, writer.Release());

    /// <summary>Opens the file of a chunk for reading; null for one of zeros.</summary>
    public SafeFileHandle? Open(long number) => _stored[number] is { } path
        ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan)
        : null;

    /// <summary>Keeps the files as long as somebody reads or writes them, although the image is deleted meanwhile.</summary>
    public void Lease()
    {
        lock (_gate) _leases++;
    }

    public void EndLease()
    {
        lock (_gate)
        {
            if (--_leases == 0 && _deleted) DeleteFiles();
        }
    }

    /// <summary>Deletes the files when nobody uses them any more.</summary>
    public void Delete()
    {
        lock (_gate)
        {
            _deleted = true;
            if (_leases == 0) DeleteFiles();
        }
    }

    private void DeleteFiles() => ImageFolder.Delete(folder);
}
