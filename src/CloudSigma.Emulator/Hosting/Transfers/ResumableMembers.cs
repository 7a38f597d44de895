// What resumable.js says about a chunk, in the query or in parts of the body before the file.
using System.Globalization;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Images;
using CloudSigma.Emulator.Resources.Transfers;

namespace CloudSigma.Emulator.Hosting.Transfers;

internal sealed class ResumableMembers
{
    private const string ChunkNumber = "resumableChunkNumber";
    private const string ChunkSize = "resumableChunkSize";
    private const string TotalSize = "resumableTotalSize";

    // The library sends more than the official client does; the rest has no effect.
    public static IReadOnlyList<string> Names { get; } =
    [
        ChunkNumber, ChunkSize, TotalSize, "resumableIdentifier", "resumableFilename", "resumableCurrentChunkSize", "resumableRelativePath",
        "resumableTotalChunks", "resumableType",
    ];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The number of the chunk as resumable.js counts, from 1.</summary>
    public long Number => Whole(ChunkNumber);

    public void Set(string name, string value) => _values[name] = value;

    /// <summary>The chunk, counted from 0.</summary>
    /// <param name="image">The content to which it belongs.</param>
    /// <param name="settle">Whether its size becomes the size of all chunks.</param>
    public long Chunk(DriveImage image, bool settle)
    {
        var total = Whole(TotalSize);
        if (total != image.Size) throw ApiException.Validation($"The size {total} is not {image.Size}, the size of the drive", TotalSize);
        return UploadedDrive.CheckedChunk(image, Number, Whole(ChunkSize), first: 1, (ChunkNumber, ChunkSize), settle);
    }

    private long Whole(string name) =>
        !_values.TryGetValue(name, out var text) ? throw ApiException.Validation(ValueReader.RequiredMessage, name)
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw ApiException.Validation("Not a whole number", name);
}
