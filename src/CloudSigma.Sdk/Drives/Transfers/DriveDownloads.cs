// Downloads drives.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Transfers;
using CloudSigma.Sdk.Core.Transfers.Targets;

namespace CloudSigma.Sdk;

internal sealed class DriveDownloads(ApiPipeline pipeline, ResourceRequests<Drive> requests, TransferHosts hosts)
{
    /// <summary>The host for downloads.</summary>
    public ValueTask<TransferClient> FindHostAsync(CancellationToken cancellationToken) => hosts.FindDownloadHostAsync(cancellationToken);

    /// <summary>The request for the bytes of a drive.</summary>
    public static TransferRequest Request(TransferClient client, Guid uuid)
    {
        var path = $"drives/{uuid:D}/download/";
        return new TransferRequest(ApiRequest.Bytes("download", HttpMethod.Get, path, RequestSafety.Idempotent), new Uri(client.Endpoint, path));
    }

    public async Task<DriveDownload> RunAsync(
        Guid uuid, DownloadTarget target, DownloadDriveOptions options, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        Guard.NotEmpty(uuid);
        UploadCheck.Connections(options.Parallelism, options.StallTimeout, nameof(options));
        if (options.Resume && target.FilePath is null && target.FolderPath is null)
            throw new ArgumentException("Resume is set, and a stream or a pipe cannot be resumed. Download into a file.", nameof(options));
        // What can be known is known before anything is asked for.
        var of = $"{pipeline.Options.Endpoint.AbsoluteUri}drives/{uuid:D}/";
        var file = target.FilePath is { } path ? Create(path, of, options) : null;
        if (target.FolderPath is { } folder && !Directory.Exists(folder)) throw new DirectoryNotFoundException($"The folder '{folder}' is not there. Create it first.");
        var drive = await requests.GetAsync(uuid, cancellationToken).ConfigureAwait(false);
        var client = await FindHostAsync(cancellationToken).ConfigureAwait(false);
        var request = Request(client, uuid);
        if (target.FolderPath is not null)
        {
            var name = await AskNameAsync(client, request, options, cancellationToken).ConfigureAwait(false);
            file = Create(Path.Combine(target.FolderPath, name ?? uuid.ToString("D")), of, options);
        }

        TargetWriter writer = file is null ? Open(target, options) : file;
        await using (writer.ConfigureAwait(false))
        {
            var meter = new TransferMeter(progress, pipeline.Options.TimeProvider);
            var download = new RangeDownload(client, request, writer, meter, options.StallTimeout, options.Parallelism)
            {
                OnVersion = version => file?.Keep(version),
                OnChanged = () => file?.Discard(),
            };
            var length = await download.RunAsync(drive.Size.Bytes, cancellationToken).ConfigureAwait(false);
            meter.Report();
            var checksum = await writer.CompleteAsync(meter, cancellationToken).ConfigureAwait(false);
            return new DriveDownload(uuid, length, file?.Path, checksum);
        }
    }

    private static FileWriter Create(string path, string of, DownloadDriveOptions options) =>
        FileWriter.Create(path, new FileWriterOptions(of, options.Resume, options.Overwrite, options.CheckFreeSpace, options.ComputeSha256));

    private static SequentialWriter Open(DownloadTarget target, DownloadDriveOptions options) => target.Pipe is { } pipe
        ? new SequentialWriter(
            async (bytes, token) =>
            {
                var result = await pipe.WriteAsync(bytes, token).ConfigureAwait(false);
                if (result.IsCompleted) throw new TransferException("The reader of the pipe has ended before the download.");
            },
            async token => await pipe.FlushAsync(token).ConfigureAwait(false), options.ComputeSha256)
        : new SequentialWriter(target.Stream!.WriteAsync, async token => await target.Stream!.FlushAsync(token).ConfigureAwait(false), options.ComputeSha256);

    /// <summary>The name that the server gives the file, made harmless; null when it is none. Costs a request of one byte.</summary>
    private async Task<string?> AskNameAsync(TransferClient client, TransferRequest request, DownloadDriveOptions options, CancellationToken cancellationToken)
    {
        var pace = new RetryPace(pipeline.Options, request.Description);
        while (true)
        {
            using var deadline = new Deadline(options.StallTimeout, pipeline.Options.TimeProvider, cancellationToken);
            try
            {
                using var response = await client.SendAsync(request with { RangeStart = 0, RangeEnd = 0 }, deadline, cancellationToken).ConfigureAwait(false);
                var disposition = response.Content.Headers.ContentDisposition;
                return SafeFileName.From(disposition?.FileNameStar ?? disposition?.FileName);
            }
            catch (CloudSigmaException e) when (e is not TransferException)
            {
                if (!await pace.WaitAsync(e, 0, cancellationToken).ConfigureAwait(false)) throw;
            }
        }
    }
}
