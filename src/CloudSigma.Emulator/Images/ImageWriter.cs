// One attempt to store a chunk: zero blocks are left out, and there is no file before the first other byte.
using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace CloudSigma.Emulator.Images;

internal sealed class ImageWriter(DriveImage image, string path, long expected) : IDisposable
{
    private const int Block = 4096;
    private const int BufferSize = 512 * 1024;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private SafeFileHandle? _file;
    private int _filled;
    private long _flushed;
    private bool _kept;
    private bool _disposed;

    /// <summary>How many bytes the chunk has to have.</summary>
    public long Expected { get; } = expected;

    /// <summary>How many bytes have come so far.</summary>
    public long Written => _flushed + _filled;

    /// <summary>The place for the next bytes; call <see cref="Advance"/> afterwards.</summary>
    public Memory<byte> Free => _buffer.AsMemory(_filled, BufferSize - _filled);

    public void Advance(int count)
    {
        _filled += count;
        if (_filled == BufferSize) Flush();
    }

    /// <summary>Writes what is left in the buffer.</summary>
    public void Complete()
    {
        Flush();
        _file?.Dispose();
    }

    /// <summary>Gives the file away, which is null when there are zeros only.</summary>
    public string? Release()
    {
        _kept = true;
        return _file is null ? null : path;
    }

    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        ArrayPool<byte>.Shared.Return(_buffer);
        _file?.Dispose();
        if (_file is not null && !_kept) File.Delete(path);
        image.EndLease();
    }

    // The trouble of the disk must not look like that of a connection.
    private void Flush()
    {
        try
        {
            Store();
        }
        catch (IOException problem)
        {
            throw new InvalidOperationException($"The image cannot be stored: {problem.Message}", problem);
        }
    }

    private void Store()
    {
        var data = _buffer.AsSpan(0, _filled);
        var start = 0;
        while (start < data.Length)
        {
            // A run of blocks with something in them is one write.
            var end = start;
            while (end < data.Length && !IsZero(data, end)) end += Block;
            end = Math.Min(end, data.Length);
            if (end > start) RandomAccess.Write(_file ??= Create(), data[start..end], _flushed + start);
            start = end;
            while (start < data.Length && IsZero(data, start)) start += Block;
        }

        _flushed += _filled;
        _filled = 0;
    }

    private static bool IsZero(ReadOnlySpan<byte> data, int start) => !data[start..Math.Min(start + Block, data.Length)].ContainsAnyExcept((byte)0);

    private SafeFileHandle Create()
    {
        var file = image.Create(path);
        RandomAccess.SetLength(file, Expected);
        return file;
    }
}
