// The buffers between files and sockets.
using System.Buffers;

namespace CloudSigma.Sdk.Core.Transfers;

internal static class TransferBuffers
{
    /// <summary>Bytes of a buffer: large enough that system calls do not count, small enough that some of them stay in the cache of a processor.</summary>
    public const int Size = 1024 * 1024;

    public static byte[] Rent() => ArrayPool<byte>.Shared.Rent(Size);

    public static void Return(byte[] buffer) => ArrayPool<byte>.Shared.Return(buffer);
}
