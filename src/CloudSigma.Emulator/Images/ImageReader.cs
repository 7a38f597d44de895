// Reads a part of a drive piece by piece, and knows without reading which pieces are zeros.
using Microsoft.Win32.SafeHandles;

namespace CloudSigma.Emulator.Images;

internal sealed class ImageReader(DriveImage? image, long offset) : IDisposable
{
    private SafeFileHandle? _file;
    private long _position = offset;
    private long _chunkStart;
    private long _chunkEnd = -1;
    private long _regionEnd = -1;
    private bool _isData;

    /// <summary>Fills the beginning of the memory with the next bytes.</summary>
    /// <returns>How many; never 0, and what lies behind the image is zeros.</returns>
    public int Read(Span<byte> target)
    {
        if (_position >= _regionEnd) NextRegion();
        var count = (int)Math.Min(target.Length, _regionEnd - _position);
        var part = target[..count];
        if (_isData)
        {
            count = RandomAccess.Read(_file!, part, _position - _chunkStart);
            if (count == 0) throw new IOException("A file of the image ends too early.");
        }
        else
        {
            part.Clear();
        }

        _position += count;
        return count;
    }

    public void Dispose() => _file?.Dispose();

    private void NextRegion()
    {
        if (image is null || _position >= image.Size)
        {
            (_isData, _regionEnd) = (false, long.MaxValue);
            return;
        }

        if (_position >= _chunkEnd)
        {
            var division = image.Division!.Value;
            var number = division.NumberAt(_position);
            _chunkStart = division.Offset(number);
            _chunkEnd = _chunkStart + division.Length(number);
            _file?.Dispose();
            _file = image.Open(number);
        }

        if (_file is null)
        {
            (_isData, _regionEnd) = (false, _chunkEnd);
            return;
        }

        var (isData, end) = SparseRegion.At(_file, _position - _chunkStart, _chunkEnd - _chunkStart);
        (_isData, _regionEnd) = (isData, _chunkStart + end);
    }
}
