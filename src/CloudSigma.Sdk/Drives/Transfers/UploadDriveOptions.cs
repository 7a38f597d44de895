// How an image is uploaded, and what drive it makes.
namespace CloudSigma.Sdk;

/// <summary>How an image is uploaded, and what drive it makes. Everything is optional for a file.</summary>
public sealed record UploadDriveOptions
{
    /// <value>Label of the drive. Null takes the name of the file; other sources need one.</value>
    public string? Name { get; init; }

    /// <value>Disk or CD-ROM. Default: <see cref="DriveMedia.Disk"/>.</value>
    public DriveMedia Media { get; init; } = DriveMedia.Disk;

    /// <value>
    /// The storage; null for the default of the location. That an upload takes one is not documented: when the drive turns out to lie elsewhere, the upload ends before a byte is
    /// sent.
    /// </value>
    public StorageType? StorageType { get; init; }

    /// <value>Free keys and values, written when all bytes are there; keys of up to 32 characters. Null leaves them out.</value>
    public IReadOnlyDictionary<string, string>? Meta { get; init; }

    /// <value>Tags of the drive, written when all bytes are there; null leaves them out.</value>
    public IReadOnlyList<ResourceReference>? Tags { get; init; }

    /// <value>Drives or servers on whose storage hosts the drive should not lie, the most important first; best effort (guide 14). Not with <see cref="UploadStrategy.Raw"/>.</value>
    public IReadOnlyList<Guid>? Avoid { get; init; }

    /// <value>The protocol. Default: <see cref="UploadStrategy.Automatic"/>.</value>
    public UploadStrategy Strategy { get; init; }

    /// <value>
    /// Bytes of one chunk, from 64 KiB to 1 GiB. Null chooses: 1 MiB for images up to 1 GiB, then so that there are a thousand chunks, up to 10 MiB; at most 4 MiB for a source that
    /// is read only once. The last chunk takes the remainder too, so it has less than twice as many.
    /// </value>
    public ByteSize? ChunkSize { get; init; }

    /// <value>How many chunks are on their way at the same time, from 1 to 64. Default: 4.</value>
    public int Parallelism { get; init; } = 4;

    /// <value>How long nothing may move on a connection before it counts as broken. From 1 second to a day. Default: 60 seconds. There is no limit for the whole upload.</value>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <value>What is compared at the end. Default: <see cref="UploadVerification.Length"/>.</value>
    public UploadVerification Verification { get; init; }

    /// <value>Whether the source is decompressed on the way. Default: <see cref="UploadDecompression.Automatic"/>.</value>
    public UploadDecompression Decompression { get; init; }

    /// <value>How long the contents of a compressed source are. Null finds out by reading it once before, which a source that is read only once does not allow.</value>
    public ByteSize? DecompressedLength { get; init; }

    /// <value>Whether images of other formats, such as qcow2, vmdk and vdi, are refused: the cloud takes raw images and would store them as rubbish. Default: true.</value>
    public bool CheckFormat { get; init; } = true;

    /// <summary>A file that makes the upload resumable: it is kept up to date, and the same call with the same file goes on where the last one was broken off.</summary>
    /// <value>Null for none. It is deleted when the drive is complete.</value>
    public string? TicketFile { get; init; }

    /// <summary>Is handed tickets as the upload goes on, for <see cref="IDrivesClient.ResumeUploadAsync"/>; for applications that keep them elsewhere than in a file.</summary>
    /// <value>Null for nobody. With it, or with <see cref="TicketFile"/>, a failed or cancelled upload leaves its drive to be resumed; without, the drive is deleted.</value>
    public IProgress<UploadTicket>? Tickets { get; init; }

    internal bool IsResumable => TicketFile is not null || Tickets is not null;
}
