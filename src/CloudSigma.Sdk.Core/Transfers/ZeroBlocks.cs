// Zeros need no memory of their own and no disk.
namespace CloudSigma.Sdk.Core.Transfers;

internal static class ZeroBlocks
{
    /// <summary>The unit in which file systems leave holes.</summary>
    public const int BlockSize = 4096;

    private static readonly byte[] Zeros = new byte[TransferBuffers.Size];

    /// <value>Nothing but zeros; nobody writes to it.</value>
    public static ReadOnlyMemory<byte> Memory => Zeros;

    /// <summary>Whether all bytes are zero.</summary>
    public static bool IsZero(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept((byte)0);
}
