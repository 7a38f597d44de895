// An image in chunks: the drive first, then its bytes (guide 24).
using System.Net;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Transfers;

namespace CloudSigma.Sdk;

internal sealed class ChunkedUpload(ApiPipeline pipeline, ResourceRequests<Drive> requests, TransferHosts hosts, FinishUpload finish)
{
    /// <summary>Makes a drive and sends all of its bytes.</summary>
    /// <exception cref="ChunksUnknownException">The location takes no chunks.</exception>
    public async Task<Drive> StartAsync(UploadRun upload, CancellationToken cancellationToken)
    {
        var (reader, options) = (upload.Reader, upload.Options);
        var plan = options.ChunkSize is { } size ? new ChunkPlan(reader.Length, size.Bytes) : ChunkPlan.Choose(reader.Length, !reader.IsRandomAccess);
        var drive = await CreateAsync(upload, cancellationToken).ConfigureAwait(false);
        var ticket = new UploadTicket
        {
            Drive = drive.Uuid,
            Endpoint = pipeline.Options.Endpoint,
            Length = plan.Length,
            ChunkSize = plan.ChunkSize,
            Strategy = options.Strategy == UploadStrategy.Resumable ? UploadStrategy.Resumable : UploadStrategy.ChunkLinks,
            SourceModified = reader.LastModified,
        };
        var keeper = new TicketKeeper(ticket, plan, options);
        try
        {
            CheckDrive(drive, upload);
            keeper.Save();
        }
        catch (Exception e)
        {
            // Nothing was sent yet, and without a ticket nobody could go on.
            await HalfDrive.DeleteAsync(pipeline, requests, drive.Uuid, e).ConfigureAwait(false);
            keeper.Discard();
            throw;
        }

        return await RunAsync(upload, drive, ticket, plan, keeper, isResumed: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes on with a drive.</summary>
    public async Task<Drive> ResumeAsync(UploadRun upload, UploadTicket ticket, CancellationToken cancellationToken)
    {
        var drive = await ReadAsync(ticket, upload.Options.TicketFile, cancellationToken).ConfigureAwait(false);
        var plan = new ChunkPlan(ticket.Length, ticket.ChunkSize);
        return await RunAsync(upload, drive, ticket, plan, new TicketKeeper(ticket, plan, upload.Options), isResumed: true, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Drive> RunAsync(
        UploadRun upload, Drive drive, UploadTicket ticket, ChunkPlan plan, TicketKeeper keeper, bool isResumed, CancellationToken cancellationToken)
    {
        // A drive at rest has all of its bytes: only the end was missing when the earlier run stopped. Since then it may have been used.
        var isSettled = isResumed && DriveOperations.IsAtRest(drive);
        try
        {
            if (isResumed && !isSettled && drive.Status != DriveStatus.Uploading)
                throw new TransferException($"The drive {drive.Uuid} of the ticket is '{drive.Status}', and can be gone on with only when it is 'uploading' again.");
            var checksums = UploadVerifier.ChecksumsFor(upload.Reader, plan, upload.Options);
            if (!isSettled) await SendAsync(upload, drive, ticket, plan, keeper, checksums, isResumed, cancellationToken).ConfigureAwait(false);
            var finished = await finish(upload with { IsSettled = isSettled }, drive, plan, checksums, cancellationToken).ConfigureAwait(false);
            keeper.Discard();
            return finished;
        }
        catch (Exception e) when (!isSettled && ((!upload.Options.IsResumable && !isResumed) || e is TransferIntegrityException))
        {
            // Where the source is not what it was, or the drive not what it should be, there is nothing to resume either.
            await HalfDrive.DeleteAsync(pipeline, requests, drive.Uuid, e).ConfigureAwait(false);
            keeper.Discard();
            throw;
        }
        catch
        {
            keeper.TrySave();
            throw;
        }
    }

    private async Task SendAsync(
        UploadRun upload, Drive drive, UploadTicket ticket, ChunkPlan plan, TicketKeeper keeper, byte[][]? checksums, bool isResumed, CancellationToken cancellationToken)
    {
        IChunkProtocol protocol = ticket.Strategy == UploadStrategy.Resumable
            ? new ResumableChunks(pipeline, hosts.Api, drive.Uuid, plan, upload.Name)
            : new ChunkLinks(pipeline, hosts.Api, drive.Uuid, plan);
        using var sender = new ChunkSender(protocol, upload.Reader, plan, upload.Options, pipeline.Options, upload.Meter)
        {
            Checksums = checksums,
            OnStored = keeper.Update,
            IsCompleteAsync = async token => DriveOperations.IsAtRest(await requests.GetAsync(drive.Uuid, token).ConfigureAwait(false)),
            IsResumed = isResumed,
        };
        await sender.RunAsync(ticket.Done, cancellationToken).ConfigureAwait(false);
        upload.Meter.Report();
    }

    /// <summary>Makes the drive that the chunks go to.</summary>
    private async Task<Drive> CreateAsync(UploadRun upload, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var options = upload.Options;
        var body = new InitUploadBody(upload.Name, upload.Reader.Length, options.Media, options.StorageType);
        var request = ApiRequest.Post("initupload-create", $"initupload/{Guard.AvoidQuery(options.Avoid, '?', nameof(options))}", body, SdkJson.Context.InitUploadBody);
        try
        {
            var drive = (await pipeline.SendForObjectsAsync(request, SdkJson.Context.Drive, cancellationToken).ConfigureAwait(false))[0];
            return drive.Uuid != Guid.Empty ? drive : throw new InvalidResponseException("The upload was begun, but the answer does not name its drive. It exists and costs money; look for it in the list of drives.");
        }
        catch (CloudSigmaApiException e) when (e.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)
        {
            throw new ChunksUnknownException(e);
        }
        catch (CloudSigmaApiException e) when ((int)e.StatusCode >= 500)
        {
            HalfDrive.MayBeLeft(pipeline, e, upload.Name, upload.Reader.Length);
            throw;
        }
        catch (CloudSigmaConnectionException e) when (e.MayHaveBeenSent)
        {
            throw new CloudSigmaConnectionException(e.Message + MayBeLeft(upload), e);
        }
        catch (CloudSigmaTimeoutException e)
        {
            throw new CloudSigmaTimeoutException(e.Message + MayBeLeft(upload), e);
        }
        catch (OperationCanceledException e)
        {
            HalfDrive.MayBeLeft(pipeline, e, upload.Name, upload.Reader.Length);
            throw;
        }
    }

    private async Task<Drive> ReadAsync(UploadTicket ticket, string? file, CancellationToken cancellationToken)
    {
        try
        {
            return await requests.GetAsync(ticket.Drive, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException e)
        {
            var rest = file is null ? "upload the image" : $"delete the ticket '{file}' to upload the image";
            throw new ResourceNotFoundException(ApiErrorDetails.Of(e, $"{e.Message}. The drive of the ticket is gone; {rest} from the beginning."));
        }
    }

    private static string MayBeLeft(UploadRun upload) => FormattableString.Invariant(
        $" Whether the drive was made is not known: look for one named '{upload.Name}' of {upload.Reader.Length} bytes that is 'uploading', and delete it.");

    private static void CheckDrive(Drive drive, UploadRun upload)
    {
        if (upload.Options.StorageType is { } wanted && drive.StorageType != wanted)
            throw new TransferException($"The drive was made on the storage '{drive.StorageType}', not '{wanted}': the location does not take a StorageType with an upload. Upload it without, and clone it to the other storage.");
    }
}
