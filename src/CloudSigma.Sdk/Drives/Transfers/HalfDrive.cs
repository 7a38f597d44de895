// Removes what a failed upload has made.
using CloudSigma.Sdk.Core.Http;
using Microsoft.Extensions.Logging;

namespace CloudSigma.Sdk;

internal static partial class HalfDrive
{
    /// <summary>How long the removal may take. The caller waits for it, also one who has cancelled.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Deletes a drive. When that fails, the log and <see cref="Exception.Data"/> of the error, under <c>CloudSigma.LeftDrive</c>, name it.</summary>
    public static async Task DeleteAsync(ApiPipeline pipeline, ResourceRequests<Drive> requests, Guid uuid, Exception error)
    {
        using var deadline = new CancellationTokenSource(Patience, pipeline.Options.TimeProvider);
        try
        {
            await requests.DeleteIfExistsAsync(uuid, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Whatever it is, the error that ended the upload is the one to show; the client may be disposed, or a handler of the application throw.
            error.Data["CloudSigma.LeftDrive"] = uuid.ToString("D");
            Left(pipeline.Options.Logger, uuid, e.Message);
        }
    }

    /// <summary>Tells of a drive that may have been made without anybody knowing its uuid, in the log and in <see cref="Exception.Data"/>, under <c>CloudSigma.MayHaveLeftDrive</c>.</summary>
    public static void MayBeLeft(ApiPipeline pipeline, Exception error, string name, long length)
    {
        error.Data["CloudSigma.MayHaveLeftDrive"] = true;
        MayBeLeft(pipeline.Options.Logger, name, length);
    }

    [LoggerMessage(21, LogLevel.Warning, "The upload of {Name} ended before its answer named the drive: there may be one of {Length} bytes that costs money")]
    private static partial void MayBeLeft(ILogger logger, string name, long length);

    [LoggerMessage(20, LogLevel.Warning, "The drive {Uuid} of a failed upload could not be deleted and goes on costing money: {Problem}")]
    private static partial void Left(ILogger logger, Guid uuid, string problem);
}
