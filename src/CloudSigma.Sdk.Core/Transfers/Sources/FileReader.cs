// A file as the source of an upload.
using Microsoft.Win32.SafeHandles;

namespace CloudSigma.Sdk.Core.Transfers.Sources;

/// <summary>Reads a file at several places at once. Where the file system tells of holes, they are sent as zeros without being read.</summary>
internal sealed class FileReader : SourceReader
{
    private readonly string _path;
    private readonly SafeFileHandle _handle;
    private readonly DateTimeOffset _modified;

    private FileReader(string path, SafeFileHandle handle)
    {
        _path = path;
        _handle = handle;
        Length = RandomAccess.GetLength(handle);
        _modified = File.GetLastWriteTimeUtc(handle);
    }

    public override long Length { get; }

    public override bool IsRandomAccess => true;

    public override DateTimeOffset? LastModified => _modified;

    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static FileReader Open(string path)
    {
        // Others may write meanwhile; CheckEndAsync tells. A lock would stop a running server from being backed up.
        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.Asynchronous | FileOptions.SequentialScan);
        try
        {
            return new FileReader(path, handle);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    public override ValueTask<SourceSegment> OpenAsync(long offset, CancellationToken cancellationToken) => new(new Segment(this, offset));

    public override ValueTask CheckEndAsync(CancellationToken cancellationToken)
    {
        var (length, modified) = (RandomAccess.GetLength(_handle), File.GetLastWriteTimeUtc(_handle));
        if (length != Length)
            throw new TransferIntegrityException(FormattableString.Invariant($"The file '{_path}' had {Length} bytes when the upload began and has {length} now. What was sent may be a mixture."));
        if (modified != _modified)
            throw new TransferIntegrityException($"The file '{_path}' was written to while it was sent. What was sent may be a mixture.");
        return ValueTask.CompletedTask;
    }

    public override TransferException Ended(long at) => new TransferIntegrityException(EndedText(at));

    protected override ValueTask CloseAsync()
    {
        _handle.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class Segment(FileReader file, long offset) : SourceSegment
    {
        private long _dataEnd = -1;
        private long _holeEnd = -1;

        public override async ValueTask<ReadOnlyMemory<byte>> ReadAsync(long count, CancellationToken cancellationToken)
        {
            if (offset >= _holeEnd && offset >= _dataEnd) (_holeEnd, _dataEnd) = SparseMap.Find(file._handle, offset, file.Length);
            if (offset < _holeEnd)
            {
                var zeros = ZeroBlocks.Memory[..(int)Math.Min(Math.Min(count, _holeEnd - offset), ZeroBlocks.Memory.Length)];
                offset += zeros.Length;
                return zeros;
            }

            var room = Room(Math.Max(0, Math.Min(count, _dataEnd - offset)));
            // Elsewhere than on Windows, a read without blocking is one that blocks another thread, and the change of threads costs more than a read from the cache.
            var read = OperatingSystem.IsWindows()
                ? await RandomAccess.ReadAsync(file._handle, room, offset, cancellationToken).ConfigureAwait(false)
                : RandomAccess.Read(file._handle, room.Span, offset);
            offset += read;
            return Buffer.AsMemory(0, read);
        }
    }
}
