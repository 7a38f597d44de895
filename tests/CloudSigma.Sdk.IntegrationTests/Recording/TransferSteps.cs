// The part of the scenario that uploads and downloads images. An image is a short text here, so that it can be read in the recordings.
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Http;

namespace CloudSigma.Sdk.IntegrationTests.Recording;

internal static class TransferSteps
{
    public static async Task RunAsync(Recorder recorder, CloudSigmaClient client)
    {
        // A comparison downloads the image again.
        await recorder.RecordPartsAsync(
            client.Drives.UploadAsync(Source(), new UploadDriveOptions { Name = "raw image", Strategy = UploadStrategy.Raw, Verification = UploadVerification.Samples }),
            ("upload-raw", static r => r.Path.EndsWith("/drives/upload/", StringComparison.Ordinal)),
            ("download", static r => r.Path.EndsWith("/download/", StringComparison.Ordinal) || r.Path.StartsWith("/images/", StringComparison.Ordinal)));
        await recorder.RecordPartsAsync(
            client.Drives.UploadAsync(Source(), new UploadDriveOptions { Name = "image in chunks", Media = DriveMedia.CdRom, Strategy = UploadStrategy.ChunkLinks }),
            ("initupload-create", static r => r.Path.EndsWith("/initupload/", StringComparison.Ordinal)),
            ("drives-upload-chunk-link", static r => r.Path.EndsWith("/action/", StringComparison.Ordinal)),
            ("upload-chunk-link-post", static r => r.Path.Contains("/chunks/", StringComparison.Ordinal)));

        using var stop = new CancellationTokenSource();
        UploadTicket? ticket = null;
        var tickets = new SynchronousProgress<UploadTicket>(t =>
        {
            ticket = t;
            stop.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Drives.UploadAsync(
            Source(), new UploadDriveOptions { Name = "image of a form", Strategy = UploadStrategy.Resumable, Tickets = tickets }, cancellationToken: stop.Token));
        await recorder.RecordPartsAsync(
            client.Drives.ResumeUploadAsync(ticket!, Source(), new UploadDriveOptions { Name = "image of a form" }),
            ("upload-resumable-test", static r => r.Method == "GET" && r.Path.EndsWith("/upload/", StringComparison.Ordinal)),
            ("upload-resumable-chunk", static r => r.Method == "POST" && r.Path.EndsWith("/upload/", StringComparison.Ordinal)));
    }

    private static UploadSource Source() => UploadSource.FromStream(new MemoryStream("The content of a small disk."u8.ToArray()));
}
