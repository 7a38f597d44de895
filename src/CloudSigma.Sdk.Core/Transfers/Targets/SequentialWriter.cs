// A stream or a pipe as the target of a download.
using System.Security.Cryptography;

namespace CloudSigma.Sdk.Core.Transfers.Targets;

/// <param name="write">Writes the next bytes.</param>
/// <param name="flush">Passes on what was written.</param>
/// <param name="computeSha256">Whether the checksum is wanted.</param>
/// <param name="range">The part of the file that is wanted; null for all.</param>
internal sealed class SequentialWriter(
    Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write, Func<CancellationToken, ValueTask> flush, bool computeSha256, (long Start, long End)? range = null) : TargetWriter
{
    private readonly IncrementalHash? _hash = computeSha256 ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    private long _written;
    private long _wanted;

    public override bool IsRandomAccess => false;

    public override long Done => _written;

    /// <summary>What came before cannot be taken back, so all goes on from there.</summary>
    public override IReadOnlyList<(long Start, long End)> Missing(long length, long pieceSize)
    {
        var (start, end) = range ?? (0, length);
        return start + _written < end ? [(start + _written, end)] : [];
    }

    public override ValueTask<long> BeginAsync(long length, CancellationToken cancellationToken)
    {
        _wanted = range is { } part ? part.End - part.Start : length;
        return new ValueTask<long>(length);
    }

    public override async ValueTask WriteAsync(long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await write(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsOfTarget(e, cancellationToken))
        {
            throw CannotWrite(e);
        }

        _hash?.AppendData(bytes.Span);
        _written += bytes.Length;
    }

    public override async ValueTask<string?> CompleteAsync(TransferMeter meter, CancellationToken cancellationToken)
    {
        if (_written != _wanted) throw new TransferIntegrityException(FormattableString.Invariant($"The target was given {_written} of {_wanted} bytes."));
        try
        {
            await flush(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsOfTarget(e, cancellationToken))
        {
            throw CannotWrite(e);
        }

        return _hash is null ? null : Sha256Text.From(_hash);
    }

    protected override ValueTask CloseAsync()
    {
        _hash?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Whatever a target throws, errors of the SDK among it, must not be taken for one of the network, after which bytes would be fetched again.</summary>
    private static bool IsOfTarget(Exception e, CancellationToken cancellationToken) =>
        e is not TransferException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested);

    private static TransferException CannotWrite(Exception e) => new($"The target cannot be written: {e.Message}", e);
}
