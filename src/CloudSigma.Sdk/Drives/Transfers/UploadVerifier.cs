// Compares a drive with what was uploaded.
using System.Security.Cryptography;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Transfers;
using CloudSigma.Sdk.Core.Transfers.Sources;
using CloudSigma.Sdk.Core.Transfers.Targets;

namespace CloudSigma.Sdk;

/// <summary>Downloads parts of a drive and compares their checksums with those of the source, which is read again where that can be.</summary>
/// <param name="downloads">Describes the download of a drive.</param>
/// <param name="reader">The image.</param>
/// <param name="plan">Its parts.</param>
/// <param name="checksums">The checksums of the parts; null to read the source again.</param>
/// <param name="options">How the upload was made.</param>
/// <param name="meter">Counts.</param>
internal sealed class UploadVerifier(DriveDownloads downloads, SourceReader reader, ChunkPlan plan, byte[][]? checksums, UploadDriveOptions options, TransferMeter meter)
{
    private const int MaxSamples = 16;

    /// <summary>Makes room for the checksums of a source that cannot be read again; null when none will be needed.</summary>
    public static byte[][]? ChecksumsFor(SourceReader reader, ChunkPlan plan, UploadDriveOptions options) =>
        options.Verification != UploadVerification.Length && !reader.IsRandomAccess ? new byte[plan.Count][] : null;

    /// <exception cref="TransferIntegrityException">The drive has other bytes.</exception>
    public async Task RunAsync(Drive drive, Func<double>? randomizer, CancellationToken cancellationToken)
    {
        var parts = Choose(randomizer ?? Random.Shared.NextDouble);
        meter.Begin(TransferStage.Verifying, parts.Sum(i => plan[i].Length));
        var client = await downloads.FindHostAsync(cancellationToken).ConfigureAwait(false);
        var next = -1;
        await Workers.RunAsync(
            Math.Min(options.Parallelism, parts.Count),
            async token =>
            {
                for (int at; (at = Interlocked.Increment(ref next)) < parts.Count;) await CompareAsync(client, drive, parts[at], token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        meter.Report();
    }

    private IReadOnlyList<long> Choose(Func<double> randomizer)
    {
        if (options.Verification == UploadVerification.Everything || plan.Count <= MaxSamples) return [.. Enumerable.Range(0, checked((int)plan.Count)).Select(static i => (long)i)];
        var chosen = new SortedSet<long> { 0, plan.Count - 1 };
        // One of each stretch, so that the samples are spread.
        var stretch = (plan.Count - 2) / (double)(MaxSamples - 2);
        for (var i = 0; i < MaxSamples - 2; i++) chosen.Add(1 + (long)((i + randomizer()) * stretch) % (plan.Count - 2));
        return [.. chosen];
    }

    private async Task CompareAsync(TransferClient client, Drive drive, long index, CancellationToken cancellationToken)
    {
        var (offset, length) = plan[index];
        var target = new SequentialWriter(static (_, _) => ValueTask.CompletedTask, static _ => ValueTask.CompletedTask, computeSha256: true, (offset, offset + length));
        await using (target.ConfigureAwait(false))
        {
            var download = new RangeDownload(client, DriveDownloads.Request(client, drive.Uuid), target, meter, options.StallTimeout, 1) { IsStage = false, ReadsPast = false };
            await FetchAsync(download, drive, cancellationToken).ConfigureAwait(false);
            var there = await target.CompleteAsync(meter, cancellationToken).ConfigureAwait(false);
            var sent = Convert.ToHexString(checksums?[index] ?? await HashAsync(offset, length, cancellationToken).ConfigureAwait(false));
            if (string.Equals(there, sent, StringComparison.OrdinalIgnoreCase)) return;
            throw new TransferIntegrityException(FormattableString.Invariant(
                $"The bytes {offset} to {offset + length - 1} of drive {drive.Uuid} are not those of the source: SHA-256 {there} instead of {sent.ToLowerInvariant()}."));
        }
    }

    private static async Task FetchAsync(RangeDownload download, Drive drive, CancellationToken cancellationToken)
    {
        try
        {
            await download.RunAsync(drive.Size.Bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (TransferIntegrityException e)
        {
            // An odd answer to the download says nothing about the drive.
            throw new TransferException($"The drive {drive.Uuid} cannot be compared with its source: {e.Message}", e);
        }
    }

    private async Task<byte[]> HashAsync(long offset, long length, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var segment = await reader.OpenAsync(offset, cancellationToken).ConfigureAwait(false);
        await using (segment.ConfigureAwait(false))
        {
            while (length > 0)
            {
                var bytes = await reader.ReadAsync(segment, length, cancellationToken).ConfigureAwait(false);
                if (bytes.IsEmpty) throw reader.Ended(offset);
                hash.AppendData(bytes.Span);
                length -= bytes.Length;
            }
        }

        return hash.GetHashAndReset();
    }
}
