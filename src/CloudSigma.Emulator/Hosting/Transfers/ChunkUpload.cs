// A chunk that comes to a secret link.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Images;
using CloudSigma.Emulator.Resources.Transfers;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Hosting.Transfers;

internal static class ChunkUpload
{
    public static async Task<ApiResponse> RunAsync(TransferContext transfer)
    {
        Document? drive = null;
        DriveImage? image = null;
        var number = transfer.Route.Chunk;
        var answer = transfer.BeginOpen(request =>
        {
            if (TransferContext.CheckMethod(request, "POST") is { } options) return options;
            drive = transfer.Linked(request, number);
            image = UploadedDrive.Open(drive);
            if (image.Has(number)) return UploadedDrive.AlreadyThere(number);
            var expected = image.Division!.Value.Length(number);
            return transfer.Request.ContentLength is { } length && length != expected ? throw BodyCopy.WrongLength(expected) : null;
        });
        if (answer is not null) return answer;

        using var writer = image!.Write(number);
        return await BodyCopy.CopyAsync(transfer.Body, writer, transfer.Aborted).ConfigureAwait(false)
            ? transfer.End(_ => Store(drive!, image, number, number, writer))
            : transfer.End(_ => throw BodyCopy.WrongLength(writer.Expected));
    }

    /// <summary>Takes a chunk that has come in over into the image, unless another one was quicker.</summary>
    /// <param name="drive">The drive, which may have gone meanwhile.</param>
    /// <param name="image">Its content.</param>
    /// <param name="number">The chunk, counted from 0.</param>
    /// <param name="shown">Its number as the caller counts.</param>
    /// <param name="writer">What has come in.</param>
    public static ApiResponse Store(Document drive, DriveImage image, long number, long shown, ImageWriter writer)
    {
        if (drive.Partition.Find(drive.Resource, drive.Id) != drive) throw ApiException.NotFound($"There is no object {drive.Id} in {drive.Resource}");
        if (image.Has(number)) return UploadedDrive.AlreadyThere(shown);
        UploadedDrive.Open(drive);
        image.Keep(number, writer);
        UploadedDrive.EndWhenComplete(drive, image);
        return ApiResponse.Empty();
    }
}
