// The checks of an upload that need no server.
using System.Globalization;
using CloudSigma.Sdk.Core.Transfers;
using CloudSigma.Sdk.Core.Transfers.Sources;

namespace CloudSigma.Sdk;

internal static class UploadCheck
{
    private const int MaxParallelism = 64;
    private static readonly ByteSize SmallestChunk = ByteSize.KiB(64);
    private static readonly ByteSize LargestChunk = ByteSize.GiB(1);

    public static void Options(UploadDriveOptions options, bool canUseUploadHost)
    {
        const string name = nameof(options);
        Connections(options.Parallelism, options.StallTimeout, name);
        if (options.ChunkSize is { } chunk && (chunk < SmallestChunk || chunk > LargestChunk))
            throw new ArgumentException(Text($"ChunkSize is {chunk.Bytes} bytes. It has to be from {SmallestChunk.Bytes} (64 KiB) to {LargestChunk.Bytes} (1 GiB)."), name);
        if (options.DecompressedLength is { Bytes: <= 0 } length) throw new ArgumentException(Text($"DecompressedLength is {length.Bytes} bytes. It has to be larger than zero."), name);
        if (!Enum.IsDefined(options.Strategy) || !Enum.IsDefined(options.Verification) || !Enum.IsDefined(options.Decompression))
            throw new ArgumentException("Strategy, Verification or Decompression has a value that does not exist.", name);
        if (options.TicketFile is { } ticket && Path.GetDirectoryName(Path.GetFullPath(ticket)) is var folder && !Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The folder '{folder}' of the TicketFile is not there. Create it first.");
        Guard.Label(options.Name, name);
        Guard.Meta(options.Meta, name);
        foreach (var uuid in options.Avoid ?? []) Guard.NotEmpty(uuid, name);
        if (options.Strategy == UploadStrategy.Raw) Raw(options, canUseUploadHost, name);
    }

    /// <summary>What uploads and downloads have in common.</summary>
    public static void Connections(int parallelism, TimeSpan stallTimeout, string name)
    {
        if (parallelism is < 1 or > MaxParallelism) throw new ArgumentException($"Parallelism is {parallelism}. It has to be from 1 to {MaxParallelism}.", name);
        if (stallTimeout < TimeSpan.FromSeconds(1) || stallTimeout > TimeSpan.FromDays(1))
            throw new ArgumentException(Text($"StallTimeout is {stallTimeout}. It has to be from a second to a day."), name);
    }

    /// <summary>The label of the drive.</summary>
    public static string Name(UploadSource source, UploadDriveOptions options, bool isDecompressed)
    {
        if (options.Name is { Length: > 0 } chosen) return chosen;
        var name = source.FileName is { } file && isDecompressed && file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file[..^3] : source.FileName;
        return name is { Length: > 0 } ? name : throw new ArgumentException("The drive needs a name: the source is no file that could give it one. Set UploadDriveOptions.Name.", nameof(options));
    }

    /// <summary>Refuses images that the cloud would store as rubbish.</summary>
    public static void Format(ReadOnlySpan<byte> head, UploadDriveOptions options, string source)
    {
        if (options.Decompression != UploadDecompression.None && ImageFormat.IsGzip(head))
        {
            throw new ArgumentException(
                "The source is compressed with gzip. Set Decompression to UploadDecompression.GZip to upload what is inside, or to UploadDecompression.None to upload the bytes as they are.", source);
        }

        if (ImageFormat.Detect(head) is { } format)
        {
            throw new ArgumentException(
                $"The source is an image in the format {format.Name}, and the cloud takes raw images only. Convert it first: {format.Converter} (or set CheckFormat to false to upload the bytes as they are).", source);
        }
    }

    /// <summary>Refuses a ticket of another upload, and what cannot be done with one.</summary>
    public static void Ticket(UploadTicket ticket, SourceReader reader, UploadDriveOptions options, Uri endpoint, string name)
    {
        var after = options.TicketFile is { } file ? $" Delete the ticket '{file}' and the drive {ticket.Drive} to upload it from the beginning." : $" Delete the drive {ticket.Drive} and upload it from the beginning.";
        if (ticket.Endpoint != endpoint) throw new ArgumentException($"The ticket is for {ticket.Endpoint}, and this client talks to {endpoint}.", name);
        if (ticket.Length != reader.Length)
            throw new ArgumentException(Text($"The ticket is for an image of {ticket.Length} bytes, and the source has {reader.Length}: it is another one, or it has changed.{after}"), name);
        if (ticket.SourceModified is { } then && reader.LastModified is { } now && then != now)
            throw new ArgumentException(Text($"The source was written to at {now:u}, after the upload had begun with it as of {then:u}.{after}"), name);
        if (options.Verification != UploadVerification.Length && !reader.IsRandomAccess)
        {
            throw new ArgumentException(
                "The source can be read only once, and a part of it was sent by an earlier run, so the drive cannot be compared with it. Use UploadVerification.Length.", name);
        }
    }

    private static void Raw(UploadDriveOptions options, bool canUseUploadHost, string name)
    {
        var problem = !canUseUploadHost ? "a credential other than Basic, which is the only one that the upload host takes"
            : options.IsResumable ? "a ticket, for it cannot be resumed"
            : options.StorageType is not null ? "a StorageType, for it has no place for one"
            : options.Avoid is { Count: > 0 } ? "Avoid, for it has no place for it"
            : null;
        if (problem is not null) throw new ArgumentException($"A raw upload does not go together with {problem}. Use UploadStrategy.ChunkLinks.", name);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
