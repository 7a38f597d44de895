// Uploads drives: chooses the way, and brings every upload to an end that leaves nothing half.
using System.Net;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Transfers;
using CloudSigma.Sdk.Core.Transfers.Sources;

namespace CloudSigma.Sdk;

/// <param name="pipeline">The pipeline of the client.</param>
/// <param name="requests">Reads, writes and deletes drives.</param>
/// <param name="operations">Waits for drives.</param>
/// <param name="downloads">Reads drives back.</param>
/// <param name="hosts">Where uploads go.</param>
internal sealed class DriveUploads(ApiPipeline pipeline, ResourceRequests<Drive> requests, DriveOperations operations, DriveDownloads downloads, TransferHosts hosts)
{
    /// <summary>Images up to this size go in one request: sending all of them again costs no more than the requests for chunks would.</summary>
    private const long LargestRaw = 8L << 20;

    public async Task<Drive> RunAsync(
        UploadSource source, UploadDriveOptions options, UploadTicket? ticket, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        UploadCheck.Options(options, hosts.CanUseUploadHost);
        var isFromFile = ticket is null && options.TicketFile is { } file && File.Exists(file);
        if (isFromFile) ticket = UploadTicket.Load(options.TicketFile!);
        var meter = new TransferMeter(progress, pipeline.Options.TimeProvider);
        var watch = new SourceWatch(options.StallTimeout, pipeline.Options.TimeProvider);
        var (reader, isDecompressed) = await OpenAsync(source, options, watch, meter, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            reader.Watch = watch;
            if (reader.Length == 0) throw new ArgumentException("The source is empty. A drive needs at least one byte.", nameof(source));
            if (options.CheckFormat) UploadCheck.Format(await PeekAsync(reader, watch, cancellationToken).ConfigureAwait(false), options, nameof(source));
            var name = UploadCheck.Name(source, options, isDecompressed);
            var upload = new UploadRun(reader, options, name, meter);
            if (ticket is not null)
            {
                UploadCheck.Ticket(ticket, reader, options, pipeline.Options.Endpoint, isFromFile ? nameof(options) : nameof(ticket));
                return await new ChunkedUpload(pipeline, requests, hosts, FinishAsync).ResumeAsync(upload, ticket, cancellationToken).ConfigureAwait(false);
            }

            var raw = new RawUpload(pipeline, requests, hosts, FinishAsync);
            if (IsRaw(options, reader.Length)) return await raw.RunAsync(upload, cancellationToken).ConfigureAwait(false);
            try
            {
                return await new ChunkedUpload(pipeline, requests, hosts, FinishAsync).StartAsync(upload, cancellationToken).ConfigureAwait(false);
            }
            catch (ChunksUnknownException e)
            {
                // Nothing was read of the source, and nothing made.
                if (options.Strategy != UploadStrategy.Automatic || !CanBeRaw(options)) throw e.Answer;
                return await raw.RunAsync(upload, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private bool IsRaw(UploadDriveOptions options, long length) =>
        options.Strategy == UploadStrategy.Raw || (options.Strategy == UploadStrategy.Automatic && length <= LargestRaw && options.ChunkSize is null && CanBeRaw(options));

    private bool CanBeRaw(UploadDriveOptions options) => hosts.CanUseUploadHost && !options.IsResumable && options.StorageType is null && options.Avoid is not { Count: > 0 };

    private static async Task<(SourceReader Reader, bool IsDecompressed)> OpenAsync(
        UploadSource source, UploadDriveOptions options, SourceWatch watch, TransferMeter meter, CancellationToken cancellationToken)
    {
        var reader = source.Open();
        try
        {
            if (!await IsToBeDecompressedAsync(source, reader, options, watch, cancellationToken).ConfigureAwait(false)) return (reader, false);
            return (await GzipReader.OpenAsync(reader, options.DecompressedLength?.Bytes, watch, meter, cancellationToken).ConfigureAwait(false), true);
        }
        catch
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static ValueTask<byte[]> PeekAsync(SourceReader reader, SourceWatch watch, CancellationToken cancellationToken) =>
        watch.RunAsync(token => reader.PeekAsync(ImageFormat.HeadBytes, token), cancellationToken);

    private static async Task<bool> IsToBeDecompressedAsync(
        UploadSource source, SourceReader reader, UploadDriveOptions options, SourceWatch watch, CancellationToken cancellationToken) =>
        options.Decompression == UploadDecompression.GZip
        || (options.Decompression == UploadDecompression.Automatic
            && source.FileName?.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) == true
            && ImageFormat.IsGzip(await PeekAsync(reader, watch, cancellationToken).ConfigureAwait(false)));

    /// <summary>All bytes have left: waits until the drive is at rest, writes what is still to be written, and compares.</summary>
    private async Task<Drive> FinishAsync(UploadRun upload, Drive drive, ChunkPlan plan, byte[][]? checksums, CancellationToken cancellationToken)
    {
        if (!upload.IsSettled) await upload.Reader.CheckEndAsync(cancellationToken).ConfigureAwait(false);
        upload.Meter.Begin(TransferStage.Completing, upload.Reader.Length, upload.Reader.Length);
        drive = await operations.Ready(drive).WaitForCompletionAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        if (drive.Size.Bytes < upload.Reader.Length)
            throw new TransferIntegrityException(FormattableString.Invariant($"Drive {drive.Uuid} has {drive.Size.Bytes} bytes, fewer than the {upload.Reader.Length} of the source."));
        var options = upload.Options;
        // What somebody has given another name meanwhile keeps it, unless a name is asked for.
        var wanted = drive with
        {
            Name = upload.IsSettled && options.Name is null ? drive.Name : upload.Name,
            Media = upload.IsSettled ? drive.Media : options.Media,
            Meta = options.Meta ?? drive.Meta,
            Tags = options.Tags ?? drive.Tags,
        };
        if (drive.Name != wanted.Name || drive.Media != wanted.Media || options.Meta is not null || options.Tags is not null)
            drive = await requests.UpdateAsync(drive.Uuid, wanted, cancellationToken).ConfigureAwait(false);
        if (options.Verification != UploadVerification.Length)
            await new UploadVerifier(downloads, upload.Reader, plan, checksums, options, upload.Meter).RunAsync(drive, pipeline.Options.Randomizer, cancellationToken).ConfigureAwait(false);
        return drive;
    }
}
