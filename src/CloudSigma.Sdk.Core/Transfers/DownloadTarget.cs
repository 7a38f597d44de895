// Where the bytes of a download go.
using System.IO.Pipelines;

namespace CloudSigma.Sdk;

/// <summary>Where the bytes of a download go. Making one touches nothing.</summary>
public sealed class DownloadTarget
{
    private DownloadTarget()
    {
    }

    /// <value>The file; null for another target.</value>
    internal string? FilePath { get; private init; }

    /// <value>The folder in which a file is made; null for another target.</value>
    internal string? FolderPath { get; private init; }

    /// <value>The stream; null for another target.</value>
    internal Stream? Stream { get; private init; }

    /// <value>The pipe; null for another target.</value>
    internal PipeWriter? Pipe { get; private init; }

    /// <summary>Downloads into a file: under the name <c>{path}.part</c> until all bytes are there, in parallel, and without writing zeros, so that the file stays sparse.</summary>
    /// <param name="path">The file. Its folder has to be there.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static DownloadTarget ToFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new DownloadTarget { FilePath = path };
    }

    /// <summary>
    /// Downloads into a file of a folder, under the name that the server gives it. Folders in that name are cut off; a name that could be something else than a plain new file is
    /// replaced by the uuid.
    /// </summary>
    /// <param name="path">The folder, which has to be there.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static DownloadTarget ToDirectory(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new DownloadTarget { FolderPath = path };
    }

    /// <summary>Downloads into a stream, from its present position on, over one connection. The stream stays open; after a failure it has the bytes up to there.</summary>
    /// <param name="stream">The stream.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentException">The stream cannot be written.</exception>
    public static DownloadTarget ToStream(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.CanWrite ? new DownloadTarget { Stream = stream } : throw new ArgumentException("The stream cannot be written.", nameof(stream));
    }

    /// <summary>Downloads into a pipe, over one connection, as fast as its reader takes the bytes. The pipe is not completed; after a failure it has the bytes up to there.</summary>
    /// <param name="writer">The pipe.</param>
    /// <returns>The target.</returns>
    public static DownloadTarget ToPipe(PipeWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return new DownloadTarget { Pipe = writer };
    }

    /// <summary>Makes a target of a file from its path.</summary>
    /// <param name="path">The file.</param>
    public static implicit operator DownloadTarget(string path) => ToFile(path);
}
