// drives/upload/: one request with a whole image.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Images;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Resources.Transfers;

namespace CloudSigma.Emulator.Hosting.Transfers;

internal static class RawUpload
{
    // The protocol has no place for a name.
    private const string Name = "uploaded";

    public static async Task<ApiResponse> RunAsync(TransferContext transfer)
    {
        DriveImage? image = null;
        var length = transfer.Request.ContentLength ?? 0;
        var answer = transfer.BeginWithBasic(request =>
        {
            if (TransferContext.CheckMethod(request, "POST") is { } options) return options;
            request.CheckQuery();
            if (transfer.Request.ContentLength is null) throw ApiException.LengthRequired("A raw upload needs an exact Content-Length");
            // What can be known before is refused before the bytes come.
            var storageType = request.State.Location.DefaultStorageType;
            DrivePlacement.RequireRoom(request.State, storageType, DriveSize.Uploaded(request.State.Location, length, storageType));
            image = request.State.Images.Create(length);
            image.Division = new ChunkDivision(length, length);
            return null;
        });
        if (answer is not null) return answer;

        try
        {
            answer = await ReceiveAsync(transfer, image!).ConfigureAwait(false);
            return answer;
        }
        finally
        {
            if (answer?.Status != 200) image!.Delete();
        }
    }

    private static async Task<ApiResponse> ReceiveAsync(TransferContext transfer, DriveImage image)
    {
        using var writer = image.Write(0);
        if (!await BodyCopy.CopyAsync(transfer.Body, writer, transfer.Aborted).ConfigureAwait(false))
            return transfer.End(_ => throw BodyCopy.WrongLength(image.Size));
        return transfer.End(request =>
        {
            var drive = UploadedDrive.Create(request, new JsonObject { ["name"] = Name, ["media"] = "disk", ["size"] = image.Size }, image);
            image.Keep(0, writer);
            UploadedDrive.EndWhenComplete(drive, image);
            return ApiResponse.Text(drive.Id);
        });
    }

    /// <summary>The answer of the host of the API, which takes no raw uploads.</summary>
    public static ApiResponse Elsewhere(TransferContext transfer) => transfer.BeginOpen(_ => throw ApiException.NotFound(
        $"Raw uploads go to the upload_url that /locations/ shows, here {transfer.Cloud.Hosts.Direct}drives/upload/"))!;
}
