// What was downloaded.
namespace CloudSigma.Sdk;

/// <summary>The result of a download.</summary>
/// <param name="Drive">Uuid of the drive.</param>
/// <param name="Length">Bytes of the image.</param>
/// <param name="Path">The full path of the file; null for a stream or a pipe.</param>
/// <param name="Sha256">The SHA-256 of the image as 64 lower-case hexadecimal digits; null when it was not wanted.</param>
public sealed record DriveDownload(Guid Drive, long Length, string? Path, string? Sha256);
