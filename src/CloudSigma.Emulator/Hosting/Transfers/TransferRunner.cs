// Carries out the requests whose bytes do not fit into memory.
using CloudSigma.Emulator.Engine;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace CloudSigma.Emulator.Hosting.Transfers;

internal static class TransferRunner
{
    /// <summary>Takes away the limits that protect usual requests: an image may be large, and its connection slow.</summary>
    public static void Unlimit(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } request) request.MinDataRate = null;
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } response) response.MinDataRate = null;
    }

    public static async Task<ApiResponse> RunAsync(TransferContext transfer) => transfer.Route.Kind switch
    {
        TransferKind.Raw => await RawUpload.RunAsync(transfer).ConfigureAwait(false),
        TransferKind.RawElsewhere => RawUpload.Elsewhere(transfer),
        TransferKind.Chunk => await ChunkUpload.RunAsync(transfer).ConfigureAwait(false),
        TransferKind.Resumable => await ResumableUpload.RunAsync(transfer).ConfigureAwait(false),
        TransferKind.Download => Download.Run(transfer),
        TransferKind.Image => Download.RunLink(transfer),
        _ => Download.Nothing(transfer),
    };
}
