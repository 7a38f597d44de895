// Decompresses gzip and notices when the end is missing, which the stream of the framework takes for the end.
using System.IO.Compression;
using System.Security.Cryptography;

namespace CloudSigma.Sdk.Core.Transfers.Sources;

/// <summary>
/// Puts one more gzip member with a random mark behind the compressed bytes. Only when these are complete does the mark come out at the end: in the middle of a member it would be
/// read as a part of that, and behind something else than gzip it would not be read at all. The mark is held back.
/// </summary>
internal sealed class CompleteGzipStream : ReadOnlyStream
{
    private readonly byte[] _mark = RandomNumberGenerator.GetBytes(16);
    private readonly Stream _source;
    private readonly GZipStream _gzip;
    private readonly byte[] _held = new byte[TransferBuffers.Size];
    private int _count;
    private bool _ended;

    /// <param name="source">The compressed bytes; disposed with this stream.</param>
    public CompleteGzipStream(Stream source)
    {
        _source = source;
        _gzip = new GZipStream(new MarkedStream(source, Compress(_mark)), CompressionMode.Decompress);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!_ended && _count <= _mark.Length)
        {
            var read = await DecompressAsync(cancellationToken).ConfigureAwait(false);
            _count += read;
            if (read > 0) continue;
            _ended = true;
            if (_count < _mark.Length || !_held.AsSpan(_count - _mark.Length, _mark.Length).SequenceEqual(_mark))
                throw new TransferIntegrityException("The compressed source is damaged or cut off, or has something else behind its end.");
        }

        var ready = Math.Min(buffer.Length, _count - _mark.Length);
        _held.AsMemory(0, ready).CopyTo(buffer);
        _held.AsSpan(ready, _count - ready).CopyTo(_held);
        _count -= ready;
        return ready;
    }

    public override async ValueTask DisposeAsync()
    {
        await _gzip.DisposeAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<int> DecompressAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _gzip.ReadAsync(_held.AsMemory(_count), cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            throw new TransferIntegrityException($"The compressed source is damaged or cut off: {e.Message}", e);
        }
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.NoCompression)) gzip.Write(bytes);
        return memory.ToArray();
    }

    /// <summary>The source, and the mark behind it.</summary>
    private sealed class MarkedStream(Stream source, byte[] mark) : ReadOnlyStream
    {
        private int _given = -1;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_given < 0)
            {
                var read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (read > 0 || buffer.IsEmpty) return read;
                _given = 0;
            }

            var next = Math.Min(buffer.Length, mark.Length - _given);
            mark.AsMemory(_given, next).CopyTo(buffer);
            _given += next;
            return next;
        }
    }
}
