// Where the bytes of an upload come from.
using CloudSigma.Sdk.Core.Transfers.Sources;

namespace CloudSigma.Sdk;

/// <summary>Where the bytes of an upload come from. Making one reads nothing.</summary>
/// <remarks>
/// A file, a stream that can seek, and a factory can be read more than once, so that parts are sent at the same time and again after a failure, and an upload can be resumed in
/// another process. A stream that cannot seek is read once, through buffers in memory of one chunk for each parallel request.
/// </remarks>
public sealed class UploadSource
{
    private readonly Func<SourceReader> _open;

    private UploadSource(Func<SourceReader> open) => _open = open;

    /// <value>The name of the file, without folders; null for other sources.</value>
    public string? FileName { get; private init; }

    /// <summary>Makes a source of a file. Holes of a sparse file are not read from the disk where the system tells where they are.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static UploadSource FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new UploadSource(() => FileReader.Open(path)) { FileName = Path.GetFileName(path) };
    }

    /// <summary>Makes a source of a stream, from its present position. It stays open, and is not to be used by others meanwhile.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="length">How many bytes are to be sent. Null for a stream that can seek: up to its end.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read, or it cannot seek and <paramref name="length"/> is null: the API needs the length before the first byte.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative, or more than a stream that can seek has.</exception>
    public static UploadSource FromStream(Stream stream, long? length = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead) throw new ArgumentException("The stream cannot be read.", nameof(stream));
        if (length < 0) throw new ArgumentOutOfRangeException(nameof(length), length, "The length must not be negative.");
        if (!stream.CanSeek)
        {
            if (length is not { } known)
            {
                throw new ArgumentException(
                    "The stream cannot seek, so its length is not known, and the API needs it before the first byte. Pass the length; or use FromFile, a stream that can seek, "
                    + "or FromFactory with the length. For a stream of gzip, pass the length of the compressed bytes here and set UploadDriveOptions.DecompressedLength.", nameof(length));
            }

            return new UploadSource(() => new SequentialReader(stream, known));
        }

        var start = stream.Position;
        var available = stream.Length - start;
        if (length > available) throw new ArgumentOutOfRangeException(nameof(length), length, $"The stream has only {available} bytes from its present position on.");
        return new UploadSource(() => new SeekableReader(stream, start, length ?? available, length is null));
    }

    /// <summary>Makes a source of a function that opens a stream anywhere in the bytes.</summary>
    /// <param name="open">Opens a stream whose first byte is the one at the offset. It is called from several threads, and each stream is disposed.</param>
    /// <param name="length">How many bytes there are in all.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static UploadSource FromFactory(Func<long, Stream> open, long length)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new UploadSource(() => new FactoryReader(open, length));
    }

    /// <summary>Makes a source of a file from its path.</summary>
    /// <param name="path">The file.</param>
    public static implicit operator UploadSource(string path) => FromFile(path);

    /// <summary>Opens the source.</summary>
    internal SourceReader Open() => _open();
}
