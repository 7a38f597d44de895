// An open source of an upload.
namespace CloudSigma.Sdk.Core.Transfers.Sources;

/// <summary>Reads the bytes of an upload, in parts that may overlap in time where the source allows.</summary>
internal abstract class SourceReader : IAsyncDisposable
{
    /// <value>How many bytes the source has.</value>
    public abstract long Length { get; }

    /// <value>Whether parts can be opened anywhere and more than once; otherwise only one part after the other, each once.</value>
    public abstract bool IsRandomAccess { get; }

    /// <value>What tells a later run that a file has changed meanwhile; null where there is nothing.</value>
    public virtual DateTimeOffset? LastModified => null;

    /// <value>Limits the reads that belong to no request; null for no limit.</value>
    public SourceWatch? Watch { get; set; }

    /// <summary>Opens the bytes from an offset on. Each segment is safe for one reader.</summary>
    public abstract ValueTask<SourceSegment> OpenAsync(long offset, CancellationToken cancellationToken);

    /// <summary>Reads the first bytes without taking them away; fewer where there are fewer.</summary>
    public virtual async ValueTask<byte[]> PeekAsync(int count, CancellationToken cancellationToken)
    {
        var head = new byte[Math.Min(count, Length)];
        var segment = await OpenAsync(0, cancellationToken).ConfigureAwait(false);
        await using (segment.ConfigureAwait(false))
        {
            return head[..await FillAsync(segment, head, cancellationToken).ConfigureAwait(false)];
        }
    }

    /// <summary>Reads bytes of a segment into memory.</summary>
    /// <returns>How many; fewer than there is room for at the end of the source.</returns>
    public async ValueTask<int> FillAsync(SourceSegment segment, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var at = 0;
        while (at < buffer.Length)
        {
            var bytes = await ReadAsync(segment, buffer.Length - at, cancellationToken).ConfigureAwait(false);
            if (bytes.IsEmpty) break;
            bytes.CopyTo(buffer[at..]);
            at += bytes.Length;
        }

        return at;
    }

    /// <summary>Reads the next bytes of a segment within the limit.</summary>
    public ValueTask<ReadOnlyMemory<byte>> ReadAsync(SourceSegment segment, long count, CancellationToken cancellationToken) =>
        Watch?.ReadAsync(segment, count, cancellationToken) ?? segment.ReadAsync(count, cancellationToken);

    /// <summary>Asks, when all bytes were read, whether they were all that the source has, and still are.</summary>
    /// <exception cref="TransferIntegrityException">The source has changed.</exception>
    public virtual ValueTask CheckEndAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => CloseAsync();

    /// <summary>The error of a source that ends before its length. Of most, another run may have more; a source that can prove that there is no more has changed.</summary>
    public virtual TransferException Ended(long at) => new(EndedText(at));

    protected string EndedText(long at) =>
        FormattableString.Invariant($"The source ended after {at} of {Length} bytes. It has become shorter, or it was announced with a wrong length.");

    /// <summary>Closes what lies under the source.</summary>
    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;
}
