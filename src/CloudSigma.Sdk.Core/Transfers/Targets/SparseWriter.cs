// Writes bytes without those that are zero.
using Microsoft.Win32.SafeHandles;

namespace CloudSigma.Sdk.Core.Transfers.Targets;

internal static class SparseWriter
{
    /// <summary>Writes bytes, but for whole blocks of zeros, which a new file has anyway.</summary>
    /// <param name="file">The file, which is long enough already.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="offset">Their place.</param>
    /// <param name="hasOldBytes">Whether other bytes may be there; they are looked at before zeros are left out.</param>
    public static void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset, bool hasOldBytes)
    {
        var dataStart = 0;
        for (var at = 0; at < bytes.Length;)
        {
            // Blocks by their place in the file, for holes lie there.
            var end = (int)Math.Min(bytes.Length, at + ZeroBlocks.BlockSize - (offset + at) % ZeroBlocks.BlockSize);
            if (ZeroBlocks.IsZero(bytes[at..end]) && (!hasOldBytes || IsZeroThere(file, offset + at, end - at)))
            {
                if (dataStart < at) RandomAccess.Write(file, bytes[dataStart..at], offset + dataStart);
                dataStart = end;
            }

            at = end;
        }

        if (dataStart < bytes.Length) RandomAccess.Write(file, bytes[dataStart..], offset + dataStart);
    }

    private static bool IsZeroThere(SafeFileHandle file, long offset, int count)
    {
        Span<byte> there = stackalloc byte[ZeroBlocks.BlockSize];
        there = there[..count];
        return RandomAccess.Read(file, there, offset) == count && ZeroBlocks.IsZero(there);
    }
}
