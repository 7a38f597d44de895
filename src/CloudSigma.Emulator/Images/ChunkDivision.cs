// How an image is cut into chunks: all have the same size, and the last one takes the remainder too.
namespace CloudSigma.Emulator.Images;

internal readonly record struct ChunkDivision(long Size, long ChunkSize)
{
    /// <summary>How many chunks there are, at least one.</summary>
    public long Count => Math.Max(1, Size / ChunkSize);

    /// <summary>Where a chunk begins; numbers count from 0.</summary>
    public long Offset(long number) => number * ChunkSize;

    public long Length(long number) => number == Count - 1 ? Size - Offset(number) : ChunkSize;

    /// <summary>The chunk that holds a byte of the image.</summary>
    public long NumberAt(long offset) => Math.Min(offset / ChunkSize, Count - 1);
}
