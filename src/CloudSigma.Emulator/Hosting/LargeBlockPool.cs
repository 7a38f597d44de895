// The memory through which connections read and write. Larger blocks than the usual 4 KiB move an image with far fewer system calls.
using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace CloudSigma.Emulator.Hosting;

internal sealed class LargeBlockPool : MemoryPool<byte>, IMemoryPoolFactory<byte>
{
    private const int BlockSize = 128 * 1024;
    private const int MostKept = 256;
    private readonly ConcurrentBag<byte[]> _free = [];

    public override int MaxBufferSize => BlockSize;

    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => this;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockSize);
        return new Block(this, _free.TryTake(out var memory) ? memory : GC.AllocateUninitializedArray<byte>(BlockSize, pinned: true));
    }

    // Several parts of the server share the pool, so the end of one of them is not its end.
    protected override void Dispose(bool disposing)
    {
    }

    private sealed class Block(LargeBlockPool pool, byte[] memory) : IMemoryOwner<byte>
    {
        private byte[]? _memory = memory;

        public Memory<byte> Memory => _memory;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _memory, null) is { } free && pool._free.Count < MostKept) pool._free.Add(free);
        }
    }
}
