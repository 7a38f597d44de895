// The code of docs/transfers.md. Each region is a snippet there, word for word; SnippetTests compares, TransferSnippetTests runs them.
using System.IO.Compression;
using System.IO.Pipelines;

namespace CloudSigma.Sdk.IntegrationTests.Snippets;

internal static class TransferSnippets
{
    public static async Task<Drive> UploadAsync(ICloudSigmaClient client, CancellationToken cancellationToken)
    {
        #region upload
        Drive drive = await client.Drives.UploadAsync("disk.img", cancellationToken: cancellationToken);
        #endregion
        return drive;
    }

    public static async Task<Drive> UploadWithOptionsAsync(ICloudSigmaClient client, CancellationToken cancellationToken)
    {
        #region upload-options
        Drive drive = await client.Drives.UploadAsync(
            "installer.iso",
            new UploadDriveOptions
            {
                Name = "Installer",
                Media = DriveMedia.CdRom,
                Meta = new Dictionary<string, string> { ["origin"] = "build 42" },
                Parallelism = 8,
                Verification = UploadVerification.Samples,
            },
            cancellationToken: cancellationToken);
        #endregion
        return drive;
    }

    public static async Task<Drive> UploadStreamAsync(ICloudSigmaClient client, Stream incoming, long length, CancellationToken cancellationToken)
    {
        #region upload-stream
        Drive drive = await client.Drives.UploadAsync(
            UploadSource.FromStream(incoming, length), new UploadDriveOptions { Name = "from a stream" }, cancellationToken: cancellationToken);
        #endregion
        return drive;
    }

    public static async Task<Drive> UploadFromFactoryAsync(ICloudSigmaClient client, byte[] image, CancellationToken cancellationToken)
    {
        #region upload-factory
        // Called with the offset of each chunk, from several threads. Each stream is disposed.
        UploadSource source = UploadSource.FromFactory(offset => new MemoryStream(image, (int)offset, image.Length - (int)offset), image.Length);
        Drive drive = await client.Drives.UploadAsync(source, new UploadDriveOptions { Name = "from memory" }, cancellationToken: cancellationToken);
        #endregion
        return drive;
    }

    public static async Task<Drive> UploadResumablyAsync(ICloudSigmaClient client, CancellationToken cancellationToken)
    {
        #region ticket-file
        // Cancelled, failed or killed: the same call goes on, also in another process.
        Drive drive = await client.Drives.UploadAsync(
            "disk.img", new UploadDriveOptions { TicketFile = "disk.img.upload" }, cancellationToken: cancellationToken);
        #endregion
        return drive;
    }

    public static async Task<Drive> StartWithTicketsAsync(ICloudSigmaClient client, IProgress<UploadTicket> store, CancellationToken cancellationToken)
    {
        #region tickets
        // The store keeps the last ticket that it was given, as text: ticket.ToJson().
        Drive drive = await client.Drives.UploadAsync(
            "disk.img", new UploadDriveOptions { Strategy = UploadStrategy.ChunkLinks, Tickets = store }, cancellationToken: cancellationToken);
        #endregion
        return drive;
    }

    public static async Task<Drive> ResumeAsync(ICloudSigmaClient client, string json, CancellationToken cancellationToken)
    {
        #region resume-upload
        UploadTicket ticket = UploadTicket.FromJson(json);
        Drive drive = await client.Drives.ResumeUploadAsync(ticket, "disk.img", cancellationToken: cancellationToken);
        #endregion
        return drive;
    }

    public static async Task<Drive> UploadCompressedStreamAsync(ICloudSigmaClient client, Stream compressed, long compressedLength, long imageLength, CancellationToken cancellationToken)
    {
        #region upload-gzip
        Drive drive = await client.Drives.UploadAsync(
            UploadSource.FromStream(compressed, compressedLength),
            new UploadDriveOptions { Name = "unpacked", Decompression = UploadDecompression.GZip, DecompressedLength = new ByteSize(imageLength) },
            cancellationToken: cancellationToken);
        #endregion
        return drive;
    }

    public static async Task<DriveDownload> DownloadAsync(ICloudSigmaClient client, Guid uuid, CancellationToken cancellationToken)
    {
        #region download
        DriveDownload image = await client.Drives.DownloadAsync(
            uuid, "backup.img", new DownloadDriveOptions { Resume = true, ComputeSha256 = true }, cancellationToken: cancellationToken);
        Console.WriteLine($"{image.Path}: {image.Length} bytes, SHA-256 {image.Sha256}");
        #endregion
        return image;
    }

    public static async Task<DriveDownload> DownloadToDirectoryAsync(ICloudSigmaClient client, Guid uuid, CancellationToken cancellationToken)
    {
        #region download-directory
        DriveDownload image = await client.Drives.DownloadAsync(uuid, DownloadTarget.ToDirectory("images"), cancellationToken: cancellationToken);
        #endregion
        return image;
    }

    public static async Task<DriveDownload> DownloadCompressedAsync(ICloudSigmaClient client, Guid uuid, CancellationToken cancellationToken)
    {
        #region download-stream
        await using var file = File.Create("backup.img.gz");
        await using var gzip = new GZipStream(file, CompressionLevel.Fastest);
        DriveDownload image = await client.Drives.DownloadAsync(uuid, DownloadTarget.ToStream(gzip), cancellationToken: cancellationToken);
        #endregion
        return image;
    }

    public static async Task<DriveDownload> DownloadToPipeAsync(ICloudSigmaClient client, Guid uuid, PipeWriter writer, CancellationToken cancellationToken)
    {
        #region download-pipe
        DriveDownload image = await client.Drives.DownloadAsync(uuid, DownloadTarget.ToPipe(writer), cancellationToken: cancellationToken);
        await writer.CompleteAsync(); // The SDK leaves this to whoever has made the pipe.
        #endregion
        return image;
    }

    public static CloudSigmaClient Connect(CloudSigmaClientOptions options, HttpMessageHandler requests, HttpMessageHandler images)
    {
        #region two-http-clients
        var httpClient = new HttpClient(requests) { Timeout = Timeout.InfiniteTimeSpan };
        var transferHttpClient = new HttpClient(images) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new CloudSigmaClient(options, httpClient, transferHttpClient);
        #endregion
        return client;
    }

    #region progress
    // Not Progress<T>, which reports on other threads, perhaps after the end.
    internal sealed class ConsoleProgress : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => Console.WriteLine(
            $"{value.Stage}: {value.Fraction:P0}, {new ByteSize((long)value.BytesPerSecond)}/s, {value.Remaining} left, {value.Retries} retries");
    }
    #endregion
}
