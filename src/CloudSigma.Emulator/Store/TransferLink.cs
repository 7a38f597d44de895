// Where a secret link leads.
namespace CloudSigma.Emulator.Store;

/// <param name="Drive">The drive.</param>
/// <param name="Chunk">The chunk to upload, counted from 0; null for a download.</param>
internal sealed record TransferLink(Document Drive, long? Chunk);
