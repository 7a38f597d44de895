// How an image is divided.
using CloudSigma.Sdk.Core.Transfers;

namespace CloudSigma.Sdk;

/// <summary>The chunks of an image: as many as fit, at least one, and the last one takes the remainder too (guide 24).</summary>
internal sealed record ChunkPlan(long Length, long ChunkSize)
{
    private const long MiB = 1L << 20;
    private const long Smallest = MiB;
    private const long Largest = 10 * MiB;
    private const long LargestInMemory = 4 * MiB;
    private const int Wanted = 1024;

    public long Count => Math.Max(1, Length / ChunkSize);

    /// <summary>
    /// Chooses chunks so small that little is lost with a broken connection, and so large that there are not too many of them: a request for a link comes with each. Clients in
    /// use have 1 (resumable.js), 5 and 10 MiB.
    /// </summary>
    /// <param name="length">Bytes of the image.</param>
    /// <param name="inMemory">Whether each chunk on its way is held in memory.</param>
    public static ChunkPlan Choose(long length, bool inMemory)
    {
        var size = (length / Wanted + MiB - 1) / MiB * MiB;
        return new ChunkPlan(length, Math.Clamp(size, Smallest, inMemory ? LargestInMemory : Largest));
    }

    /// <summary>Where a chunk begins, and how long it is.</summary>
    public (long Offset, long Length) this[long index] => (index * ChunkSize, index == Count - 1 ? Length - index * ChunkSize : ChunkSize);

    /// <summary>Bytes in the chunks of a set.</summary>
    public long Bytes(IntervalSet chunks) => chunks.Ranges.Sum(r => (r.End == Count ? Length : r.End * ChunkSize) - r.Start * ChunkSize);
}
