// What is the same at the end of all uploads.
namespace CloudSigma.Sdk;

/// <summary>Brings an upload whose bytes have left to its end.</summary>
/// <param name="upload">The upload.</param>
/// <param name="drive">The drive.</param>
/// <param name="plan">The parts in which it is compared.</param>
/// <param name="checksums">The checksums of the parts; null to read the source again.</param>
/// <param name="cancellationToken">Ends it.</param>
internal delegate Task<Drive> FinishUpload(UploadRun upload, Drive drive, ChunkPlan plan, byte[][]? checksums, CancellationToken cancellationToken);
