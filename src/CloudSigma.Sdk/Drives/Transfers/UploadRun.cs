// One upload.
using CloudSigma.Sdk.Core.Transfers;
using CloudSigma.Sdk.Core.Transfers.Sources;

namespace CloudSigma.Sdk;

/// <param name="Reader">The image.</param>
/// <param name="Options">How it is sent.</param>
/// <param name="Name">The label of the drive.</param>
/// <param name="Meter">Counts.</param>
internal sealed record UploadRun(SourceReader Reader, UploadDriveOptions Options, string Name, TransferMeter Meter)
{
    /// <value>Whether the drive was complete before this run began, so that it may have been used and changed since.</value>
    public bool IsSettled { get; init; }
}
