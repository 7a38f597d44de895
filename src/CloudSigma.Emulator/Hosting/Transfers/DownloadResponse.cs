// An answer whose body is the content of a drive or a part of it. It keeps the files until it is disposed.
using System.Globalization;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Images;

namespace CloudSigma.Emulator.Hosting.Transfers;

internal sealed class DownloadResponse : ApiResponse, IDisposable
{
    private readonly DriveImage? _image;

    public DownloadResponse(DriveImage? image, string drive, long size, ByteRange? part)
        : base(part is null ? 200 : 206, "application/octet-stream", ReadOnlyMemory<byte>.Empty)
    {
        _image = image;
        _image?.Lease();
        Part = part ?? new ByteRange(0, size);
        Headers["Accept-Ranges"] = "bytes";
        Headers["Content-Disposition"] = $"attachment; filename=\"{drive}\"";
        if (part is { } range)
            Headers["Content-Range"] = string.Create(CultureInfo.InvariantCulture, $"bytes {range.Offset}-{range.Offset + range.Count - 1}/{size}");
    }

    public ByteRange Part { get; }

    public ImageReader Open() => new(_image, Part.Offset);

    public void Dispose() => _image?.EndLease();
}
