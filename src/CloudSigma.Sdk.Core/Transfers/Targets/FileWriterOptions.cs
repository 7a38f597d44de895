// How a file is downloaded into.
namespace CloudSigma.Sdk.Core.Transfers.Targets;

/// <param name="Of">What is downloaded, by its address.</param>
/// <param name="Resume">Whether an earlier run is continued, and this one can be.</param>
/// <param name="Overwrite">Whether a file that is there is replaced.</param>
/// <param name="CheckFreeSpace">Whether the room on the volume is looked at first.</param>
/// <param name="ComputeSha256">Whether the checksum is wanted.</param>
internal sealed record FileWriterOptions(string Of, bool Resume, bool Overwrite, bool CheckFreeSpace, bool ComputeSha256);
