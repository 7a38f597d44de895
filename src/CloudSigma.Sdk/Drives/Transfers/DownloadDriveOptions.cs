// How an image is downloaded.
namespace CloudSigma.Sdk;

/// <summary>How an image is downloaded. Everything is optional.</summary>
public sealed record DownloadDriveOptions
{
    /// <value>How many ranges are fetched at the same time into a file, from 1 to 64; streams and pipes use one connection. Default: 4.</value>
    public int Parallelism { get; init; } = 4;

    /// <value>How long nothing may arrive on a connection before it counts as broken. From 1 second to a day. Default: 60 seconds. There is no limit for the whole download.</value>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether a download into a file that was broken off is continued, and this one can be. What is there is kept as <c>.part</c> and <c>.part.json</c>.</summary>
    /// <value>Default: false; a failed or cancelled download then leaves nothing behind.</value>
    public bool Resume { get; init; }

    /// <value>Whether a file that is there is replaced, at the end and in one step. Default: false.</value>
    public bool Overwrite { get; init; }

    /// <value>Whether a download into a file is refused when the volume has less room than the drive has bytes. Zeros take no room, so that a drive may fit all the same. Default: true.</value>
    public bool CheckFreeSpace { get; init; } = true;

    /// <value>
    /// Whether the SHA-256 of the image is computed beside the download. The cloud has none to compare it with, and it costs a processor about a second for each GiB or two, which is more
    /// than the download itself. Default: false.
    /// </value>
    public bool ComputeSha256 { get; init; }
}
