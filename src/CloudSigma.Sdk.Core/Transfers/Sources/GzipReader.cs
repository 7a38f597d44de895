// What is inside of a gzip source.
using System.IO.Compression;

namespace CloudSigma.Sdk.Core.Transfers.Sources;

/// <summary>Decompresses another source on the way. It is read once; its end proves that nothing is missing and the checksums of gzip.</summary>
internal sealed class GzipReader : SequentialReader
{
    private readonly SourceReader _source;

    private GzipReader(SourceReader source, Stream stream, long length) : base(stream, length) => _source = source;

    public override DateTimeOffset? LastModified => _source.LastModified;

    /// <summary>Opens the contents of a compressed source, and disposes that with itself.</summary>
    /// <param name="source">The compressed bytes.</param>
    /// <param name="length">How long the contents are; null to find out by reading them once more.</param>
    /// <param name="watch">Limits the reads of that.</param>
    /// <param name="meter">Is told how far that is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The length is needed.</exception>
    /// <exception cref="TransferIntegrityException">The source is not gzip, or is damaged.</exception>
    public static async Task<GzipReader> OpenAsync(SourceReader source, long? length, SourceWatch watch, TransferMeter meter, CancellationToken cancellationToken)
    {
        if (length is null && !source.IsRandomAccess)
        {
            throw new ArgumentException(
                "The source is compressed and can be read only once, so the length of its contents cannot be found out. Set UploadDriveOptions.DecompressedLength, or use a file, a stream that can seek, or a factory.");
        }

        var known = length ?? await MeasureAsync(source, watch, meter, cancellationToken).ConfigureAwait(false);
        return new GzipReader(source, await DecompressAsync(source, null, cancellationToken).ConfigureAwait(false), known);
    }

    public override async ValueTask CheckEndAsync(CancellationToken cancellationToken)
    {
        // A resumed run may have had no use for the last bytes, and only behind them is the proof.
        var rest = await SkipAsync(Length, cancellationToken).ConfigureAwait(false);
        await rest.DisposeAsync().ConfigureAwait(false);
        var more = new byte[1];
        var read = Watch is { } watch
            ? await watch.RunAsync(token => Stream.ReadAsync(more, token), cancellationToken).ConfigureAwait(false)
            : await Stream.ReadAsync(more, cancellationToken).ConfigureAwait(false);
        if (read > 0)
            throw new TransferIntegrityException(FormattableString.Invariant($"The contents of the compressed source are longer than {Length} bytes. Correct UploadDriveOptions.DecompressedLength, or leave it out."));
        await _source.CheckEndAsync(cancellationToken).ConfigureAwait(false);
    }

    public override TransferException Ended(long at) => new TransferIntegrityException(EndedText(at));

    protected override async ValueTask CloseAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<long> MeasureAsync(SourceReader source, SourceWatch watch, TransferMeter meter, CancellationToken cancellationToken)
    {
        meter.Begin(TransferStage.Measuring, source.Length);
        var buffer = TransferBuffers.Rent();
        try
        {
            var stream = await DecompressAsync(source, meter, cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var length = 0L;
                while (true)
                {
                    var read = await watch.RunAsync(token => stream.ReadAsync(buffer.AsMemory(0, TransferBuffers.Size), token), cancellationToken).ConfigureAwait(false);
                    if (read == 0) return length;
                    length += read;
                }
            }
        }
        finally
        {
            TransferBuffers.Return(buffer);
        }
    }

    private static async Task<CompleteGzipStream> DecompressAsync(SourceReader source, TransferMeter? meter, CancellationToken cancellationToken) =>
        new(new SegmentStream(await source.OpenAsync(0, cancellationToken).ConfigureAwait(false), source, meter));
}
