// drives/{uuid}/download/ and the secret links to which it redirects.
using System.Globalization;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Transfers;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Hosting.Transfers;

internal static class Download
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    public static ApiResponse Run(TransferContext transfer) => transfer.Begin(request =>
    {
        if (TransferContext.CheckMethod(request, Methods) is { } options) return options;
        request.CheckQuery();
        var drive = DriveDownload.Require(request, transfer.Route.Drive);
        if (!transfer.Cloud.RedirectDownloads) return Content(transfer, request.State, drive);
        var link = $"{TransferRoute.ImagePath(drive.Id)}?{TransferLinks.Parameter}={request.State.Links.Add(drive)}";
        var answer = new ApiResponse(302, "text/html; charset=utf-8", ReadOnlyMemory<byte>.Empty);
        answer.Headers["Location"] = new Uri(transfer.Cloud.Hosts.Storage, link).AbsoluteUri;
        return answer;
    })!;

    /// <summary>Follows a link, which says by itself who may read.</summary>
    public static ApiResponse RunLink(TransferContext transfer) => transfer.BeginOpen(request =>
        TransferContext.CheckMethod(request, Methods) ?? Content(transfer, request.State, transfer.Linked(request, chunk: null)))!;

    /// <summary>Everything else on the host of the links.</summary>
    public static ApiResponse Nothing(TransferContext transfer) =>
        transfer.BeginOpen(static _ => throw ApiException.NotFound("Only the links of downloads are served here"))!;

    private static ApiResponse Content(TransferContext transfer, CloudState state, Document drive)
    {
        var size = drive.Data["size"]!.GetValue<long>();
        // Contents have no validator, so a condition never holds.
        var part = transfer.Request.Headers.IfRange.Count > 0 ? null : ByteRange.Parse(transfer.Request.Headers.Range.ToString(), size);
        if (part is not { Count: 0 }) return new DownloadResponse(state.Images.Of(drive), drive.Id, size, part);
        var answer = ApiResponse.Refusal(new ApiException(416, [new ApiError("validation", $"The range is outside the {size} bytes of the drive", null)]));
        answer.Headers["Content-Range"] = string.Create(CultureInfo.InvariantCulture, $"bytes */{size}");
        return answer;
    }
}
